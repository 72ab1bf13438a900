package io.pulumiscale.local;

import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.PropertyDiff.Kind;

/** A {@link Difference} in the protocol's words. */
final class Differences {
    private Differences() {}

    static DiffResponse response(Difference difference) {
        var response = DiffResponse.newBuilder()
                .setChanges(difference.changes().isEmpty() ? DiffChanges.DIFF_NONE : DiffChanges.DIFF_SOME)
                .setHasDetailedDiff(true)
                .setDeleteBeforeReplace(difference.deleteFirst());
        difference.changes().stream().map(Change::property).distinct().forEach(response::addDiffs);
        difference.replacing().stream().map(Change::property).distinct().forEach(response::addReplaces);
        difference
                .changes()
                .forEach(change -> response.putDetailedDiff(
                        change.path(), detail(change, difference.replacing().contains(change))));
        return response.build();
    }

    private static PropertyDiff detail(Change change, boolean replaces) {
        return PropertyDiff.newBuilder()
                .setKind(kind(change, replaces))
                .setInputDiff(true)
                .build();
    }

    private static Kind kind(Change change, boolean replaces) {
        return switch (change.kind()) {
            case ADDED -> replaces ? Kind.ADD_REPLACE : Kind.ADD;
            case REMOVED -> replaces ? Kind.DELETE_REPLACE : Kind.DELETE;
            case UPDATED -> replaces ? Kind.UPDATE_REPLACE : Kind.UPDATE;
        };
    }
}
