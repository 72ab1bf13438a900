package io.pulumiscale.update;

import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out what became of an update whose engine was killed: the stack knows. */
final class AfterDeath {
    private final Update update;
    private final EngineDied died;

    AfterDeath(Update update, EngineDied died) {
        this.update = update;
        this.died = died;
    }

    Outcome outcome(Supplier<StackState> read) {
        try {
            return outcome(read.get());
        } catch (StackUnreachable e) {
            return new Outcome.Unreachable("%s; then: %s".formatted(died.reason(), e.getMessage()));
        }
    }

    private Outcome outcome(StackState now) {
        if (now.remembers(update, Resize::to)) {
            return new Outcome.Applied(now, Optional.of(died.reason()));
        }
        return now.remembers(update, Resize::from)
                ? new Outcome.Died(died.reason())
                : new Outcome.Failed(died.reason());
    }
}
