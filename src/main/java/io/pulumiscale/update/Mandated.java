package io.pulumiscale.update;

import com.pulumi.Context;
import com.pulumi.exceptions.RunException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A program that does nothing without the mandate. A scaler that was halted between its decision and the engine would
 * otherwise carry out what another has carried out meanwhile, where the sizes happen to be the same again.
 */
final class Mandated {
    private final Mandate mandate;
    private volatile @Nullable String lost;

    Mandated(Mandate mandate) {
        this.mandate = mandate;
    }

    Consumer<Context> program(Consumer<Context> body) {
        return context -> {
            check();
            body.accept(context);
        };
    }

    /** @throws RunException it may not */
    void check() {
        mandate.lost().ifPresent(why -> {
            lost = why;
            throw new RunException(why);
        });
    }

    /** After the run, if it was this that kept it from changing anything. */
    Optional<Outcome> outcome() {
        return Optional.ofNullable(lost).map(Outcome.Interrupted::new);
    }
}
