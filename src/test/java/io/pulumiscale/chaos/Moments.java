package io.pulumiscale.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Waits for a planned moment. */
final class Moments {
    private Moments() {}

    static void await(Instant moment) {
        try {
            TimeUnit.NANOSECONDS.sleep(Duration.between(Instant.now(), moment).toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
