package io.pulumiscale.update;

import java.util.Optional;

/**
 * How an update ended. Only {@link Applied} changed the stack for certain; {@link Failed}, {@link TimedOut},
 * {@link HalfWay} and {@link Unreachable} may have changed a part.
 */
public sealed interface Outcome {

    /**
     * Every pool has its size, and the stack remembers it.
     *
     * @param oddity what the engine did besides, which it should not have
     * @param stackVersion its number in the stack's history, if the backend gives one
     */
    record Applied(StackState now, Optional<String> oddity, Optional<Integer> stackVersion) implements Outcome {
        public Applied(StackState now, Optional<String> oddity) {
            this(now, oddity, Optional.empty());
        }
    }

    /** Nothing changed: the sizes had moved under the decision. Decide again from {@code now}. */
    record BaseMoved(StackState now, String reason) implements Outcome {}

    /** Nothing changed: the stack was deployed from another configuration of these pools. */
    record Stale(StackState now, String reason) implements Outcome {}

    /** Nothing changed: someone else is updating the stack. Trying again is right. */
    record LockConflict(String reason) implements Outcome {}

    /** The stack cannot even be read: its backend, or the CLI, is away. Once it can, what it remembers says what is left. */
    record Unreachable(String reason) implements Outcome {}

    /** The engine, the program or a provider refused. */
    record Failed(String reason) implements Outcome {}

    /** The engine was killed: nobody knows what is done of it, and it may have left the stack's lock. */
    record Died(String reason) implements Outcome {}

    /** It took longer than an update may, and was stopped. Trying again by itself would only hold the lock as long. */
    record TimedOut(String reason) implements Outcome {}

    /**
     * It was stopped half-way: the stack remembers nothing of it, and yet a resource has its size, or may have it. The same
     * sizes are to be carried out again before anything else is decided.
     */
    record HalfWay(String reason) implements Outcome {}

    /** Nothing changed: the scaler was told to end before. Decide again with the next scaler. */
    record Interrupted(String reason) implements Outcome {}
}
