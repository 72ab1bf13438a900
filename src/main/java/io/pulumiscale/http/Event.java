package io.pulumiscale.http;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What listeners are told.
 *
 * @param id to come again with; only decisions and snapshots have one
 * @param view as much of it as may be seen by somebody who may see these pools; empty for nothing
 */
record Event(String name, Optional<String> id, View view) {

    interface View {
        Optional<Object> seenBy(Predicate<String> sees);
    }

    /** For everybody. */
    static Event of(String name, Object data) {
        return new Event(name, Optional.empty(), sees -> Optional.of(data));
    }

    /** For those who may see this pool. */
    static Event about(String pool, String name, Object data) {
        return new Event(name, Optional.empty(), sees -> sees.test(pool) ? Optional.of(data) : Optional.empty());
    }

    Event withId(long other) {
        return new Event(name, Optional.of(Long.toString(other)), view);
    }

    Optional<Object> seenBy(Predicate<String> sees) {
        return view.seenBy(sees);
    }
}
