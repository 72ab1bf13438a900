package io.pulumiscale.local;

import io.grpc.Status;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The resource types of one provider. */
final class Catalog {
    private final String provider;
    private final SortedMap<String, ResourceKind> kinds;

    Catalog(String provider, Collection<ResourceKind> kinds) {
        var byType = new TreeMap<String, ResourceKind>();
        kinds.forEach(kind -> byType.put(kind.type(), kind));
        this.provider = provider;
        this.kinds = Collections.unmodifiableSortedMap(byType);
    }

    Optional<ResourceKind> find(String type) {
        return Optional.ofNullable(kinds.get(type));
    }

    /** The type, or an error that names the types that there are. */
    ResourceKind get(String type) {
        return find(type)
                .orElseThrow(() -> new CloudRefusal(
                        Status.Code.UNIMPLEMENTED,
                        "the embedded cloud's provider " + provider + " has no type " + type + "; it has "
                                + String.join(", ", kinds.keySet())));
    }
}
