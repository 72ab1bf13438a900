package io.pulumiscale.update;

import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds out what became of an update whose engine did not end by itself: the stack knows. */
final class Aftermath {
    private final Update update;
    private final String reason;
    private final Function<String, Outcome> untouched;
    private final Function<String, Outcome> partly;

    private Aftermath(
            Update update, String reason, Function<String, Outcome> untouched, Function<String, Outcome> partly) {
        this.update = update;
        this.reason = reason;
        this.untouched = untouched;
        this.partly = partly;
    }

    static Aftermath of(Update update, EngineDied died) {
        return new Aftermath(update, died.reason(), Outcome.Died::new, Outcome.Failed::new);
    }

    /** What the stack does not remember may be decided again from the same size: doing it twice is harmless. */
    static Aftermath of(Update update, EngineStopped stopped) {
        return switch (stopped.why()) {
            case DEADLINE -> new Aftermath(update, stopped.reason(), Outcome.TimedOut::new, Outcome.TimedOut::new);
            case TOLD_TO_END, UNRECORDED ->
                new Aftermath(update, stopped.reason(), Outcome.Interrupted::new, Outcome.Failed::new);
        };
    }

    Outcome outcome(Supplier<StackState> read) {
        try {
            return outcome(read.get());
        } catch (StackUnreachable e) {
            return new Outcome.Failed("%s; then: %s".formatted(reason, e.getMessage()));
        }
    }

    private Outcome outcome(StackState now) {
        if (now.remembers(update, Resize::to)) {
            return new Outcome.Applied(now, Optional.of(reason));
        }
        return (now.remembers(update, Resize::from) ? untouched : partly).apply(reason);
    }
}
