package io.pulumiscale.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks again and again, not for ever. */
final class Waiting {
    private static final long LOOK_EVERY_MILLIS = 25;

    private final Clock clock;
    private final Duration patience;

    Waiting(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /** @throws DemoFailed with the complaint, when patience is over */
    void until(BooleanSupplier condition, Supplier<String> complaint) {
        Instant end = clock.instant().plus(patience);
        while (!condition.getAsBoolean()) {
            if (clock.instant().isAfter(end)) {
                throw new DemoFailed(complaint.get());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            throw DemoFailed.interrupted();
        }
    }
}
