package io.pulumiscale.update;

import java.util.Optional;

/** Whether this scaler may still update the stack. It is asked under the stack's lock, before anything is changed. */
public interface Mandate {

    /** Why it may not, for people. */
    Optional<String> lost();

    /** Of a scaler that shares the stack with no other. */
    static Mandate forEver() {
        return Optional::empty;
    }
}
