package io.pulumiscale.update;

import java.util.function.Supplier;

/** Tells a refusal, which is final, from a backend that is away, which comes back: can the stack be read? */
final class AfterFailure {
    private final String why;

    AfterFailure(String why) {
        this.why = why;
    }

    Outcome outcome(Supplier<StackState> read) {
        try {
            var unused = read.get();
            return new Outcome.Failed(why);
        } catch (StackUnreachable e) {
            return new Outcome.Unreachable(String.valueOf(e.getMessage()));
        }
    }
}
