package io.pulumiscale.http;

import io.pulumiscale.model.Grant;
import java.util.Optional;

/**
 * What listeners are told.
 *
 * @param id to come again with; only decisions and snapshots have one
 * @param view as much of it as a grant shows; empty for nothing
 */
record Event(String name, Optional<String> id, View view) {

    interface View {
        Optional<Object> seenBy(Grant grant);
    }

    /** For everybody. */
    static Event of(String name, Object data) {
        return new Event(name, Optional.empty(), grant -> Optional.of(data));
    }

    /** For those who may see this pool. */
    static Event about(String pool, String name, Object data) {
        return new Event(name, Optional.empty(), grant -> grant.covers(pool) ? Optional.of(data) : Optional.empty());
    }

    Optional<Object> seenBy(Grant grant) {
        return view.seenBy(grant);
    }
}
