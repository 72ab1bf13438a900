package io.pulumiscale.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two sets of inputs.
 *
 * @param path where, in Pulumi's notation: {@code spec.template.spec.containers[0].image},
 *     {@code metadata.labels["app.kubernetes.io/name"]}
 * @param to the new value, null if it was removed
 */
record Change(String path, Kind kind, @Nullable Object to) {

    enum Kind {
        ADDED,
        REMOVED,
        UPDATED
    }

    static List<Change> between(Map<String, Object> before, Map<String, Object> after) {
        var changes = new ArrayList<Change>();
        maps("", before, after, changes);
        return List.copyOf(changes);
    }

    /** The first part of the path: the property of the resource. */
    String property() {
        return path.split("[.\\[]", 2)[0];
    }

    /** Whether this change is at, below or above {@code other}. */
    boolean touches(String other) {
        return path.equals(other) || isBelow(path, other) || isBelow(other, path);
    }

    private static boolean isBelow(String path, String above) {
        return path.startsWith(above + ".") || path.startsWith(above + "[");
    }

    private static void maps(String at, Map<String, Object> before, Map<String, Object> after, List<Change> into) {
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.forEach(key -> values(step(at, key), before.get(key), after.get(key), into));
    }

    private static void lists(String at, List<?> before, List<?> after, List<Change> into) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            var was = i < before.size() ? before.get(i) : null;
            var is = i < after.size() ? after.get(i) : null;
            values(at + "[" + i + "]", was, is, into);
        }
    }

    private static void values(String at, @Nullable Object before, @Nullable Object after, List<Change> into) {
        if (before == null) {
            into.add(new Change(at, Kind.ADDED, after));
        } else if (after == null) {
            into.add(new Change(at, Kind.REMOVED, null));
        } else if (Tree.isMap(before) && Tree.isMap(after)) {
            maps(at, Tree.map(before), Tree.map(after), into);
        } else if (before instanceof List<?> was && after instanceof List<?> is) {
            lists(at, was, is, into);
        } else if (!before.equals(after)) {
            into.add(new Change(at, Kind.UPDATED, after));
        }
    }

    private static String step(String at, String key) {
        if (!key.matches("[A-Za-z_$][A-Za-z0-9_$-]*")) {
            return at + "[\"" + key.replace("\"", "\\\"") + "\"]";
        }
        return at.isEmpty() ? key : at + "." + key;
    }
}
