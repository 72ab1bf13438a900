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

    Outcome outcome(Supplier<StackState> read) {
        try {
            return outcome(read.get());
        } catch (StackUnreachable e) {
            return new Outcome.Unreachable("%s; then: %s".formatted(stopped.reason(), e.getMessage()));
        }
    }

    private Outcome outcome(StackState now) {
        if (now.remembers(update, Resize::to)) {
            return new Outcome.Applied(now, Optional.of(stopped.reason()));
        }
        if (stopped.why() == StopCause.DEADLINE) {
            return new Outcome.TimedOut(stopped.reason());
        }
        // what the stack does not remember is decided again from the same size: doing it twice is harmless
        return now.remembers(update, Resize::from)
                ? new Outcome.Interrupted(stopped.reason())
                : new Outcome.Failed(stopped.reason());
    }
}
