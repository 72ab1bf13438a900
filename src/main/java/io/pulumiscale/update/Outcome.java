package io.pulumiscale.update;

import java.util.Optional;

/** How an update ended. Only {@link Applied} changed the stack for certain; {@link Failed} may have changed a part. */
public sealed interface Outcome {

    /**
     * Every pool has its size, and the stack remembers it.
     *
     * @param oddity what the engine did besides, which it should not have
     */
    record Applied(StackState now, Optional<String> oddity) implements Outcome {}

    /** Nothing changed: the sizes had moved under the decision. Decide again from {@code now}. */
    record BaseMoved(StackState now, String reason) implements Outcome {}

    /** Nothing changed: the stack was deployed from another configuration of these pools. */
    record Stale(StackState now, String reason) implements Outcome {}

    /** Nothing changed: someone else is updating the stack. Trying again is right. */
    record LockConflict(String reason) implements Outcome {}

    /** The engine, the program or a provider refused. */
    record Failed(String reason) implements Outcome {}
}
