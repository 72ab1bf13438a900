package io.pulumiscale.update;

import com.pulumi.Context;
import io.pulumiscale.model.Update;
import io.pulumiscale.stack.Refusal;
import io.pulumiscale.stack.ScopedRun;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A program to be run once, for one update.
 *
 * @param body what the engine runs
 * @param refusal asked after the run: why the body changed nothing, if it was the body that refused
 */
public record ScopedProgram(Consumer<Context> body, Supplier<Optional<Refusal>> refusal) {

    /** The stack program, scoped to the update's pools. */
    public static ScopedProgram of(Update update) {
        ScopedRun run = new ScopedRun(update.resizes());
        return new ScopedProgram(run, run::refusal);
    }
}
