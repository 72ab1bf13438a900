package io.pulumiscale.update;

import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out what became of an update that was stopped: the stack knows. */
final class AfterStop {
    private final Update update;
    private final EngineStopped stopped;

    AfterStop(Update update, EngineStopped stopped) {
        this.update = update;
        this.stopped = stopped;
    }

    /** @param checkpoint what the resources have, if the outputs do not tell */
    Outcome outcome(Supplier<StackState> read, Supplier<Checkpoint> checkpoint) {
        try {
            return outcome(read.get(), checkpoint);
        } catch (StackUnreachable e) {
            return new Outcome.Unreachable("%s; then: %s".formatted(stopped.reason(), e.getMessage()));
        }
    }

    private Outcome outcome(StackState now, Supplier<Checkpoint> checkpoint) {
        if (stopped.why() == StopCause.DEADLINE) {
            return now.remembers(update, Resize::to) ? applied(now) : new Outcome.TimedOut(stopped.reason());
        }
        if (stopped.how() == StopManner.KILLED) {
            return new Outcome.Died(stopped.reason()); // its lock is to be cleared, whatever was done
        }
        if (now.remembers(update, Resize::to)) {
            return applied(now);
        }
        return now.remembers(update, Resize::from)
                ? nothingRemembered(checkpoint.get())
                : new Outcome.Failed(stopped.reason());
    }

    private Outcome applied(StackState now) {
        return new Outcome.Applied(now, Optional.of(stopped.reason()));
    }

    /** A resource that has been resized is not decided about again: nobody may want that size any more. */
    private Outcome nothingRemembered(Checkpoint state) {
        return update.resizes().stream().allMatch(state::untouched)
                ? new Outcome.Interrupted(stopped.reason())
                : new Outcome.HalfWay(stopped.reason());
    }
}
