package io.pulumiscale.local;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the engine wants of one resource.
 *
 * @param urn of the resource
 * @param id empty before it is created
 * @param olds the inputs of last time, empty before there are any
 * @param news the checked inputs of this time
 * @param preview whether nothing may be done
 */
record Request(
        Session session,
        ResourceKind kind,
        String urn,
        String id,
        Map<String, Object> olds,
        Map<String, Object> news,
        boolean preview) {

    String program() {
        return Urn.name(urn);
    }

    ResourceKey key() {
        return new ResourceKey(kind.type(), session.account().region(), id);
    }

    Subject subject(OperationKind operation, @Nullable String name) {
        return new Subject(operation, kind.type(), name == null ? program() : name, program());
    }
}
