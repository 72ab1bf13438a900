package io.pulumiscale.update;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How a lock conflict is retried.
 *
 * @param tries the first included; at least 1
 * @param firstDelay before the second try; doubled for each further one
 * @param longestDelay no delay is longer, jitter apart; not less than {@code firstDelay}
 * @param jitter the part of a delay that chance may add or take away, 0 to 1: racers must not meet again
 */
public record RetrySettings(int tries, Duration firstDelay, Duration longestDelay, double jitter) {

    /** About three minutes in all: longer than most updates of a person. */
    public static RetrySettings standard() {
        return new RetrySettings(10, Duration.ofMillis(500), Duration.ofSeconds(60), 0.25);
    }

    /** @param failures so far, at least 1 */
    Duration delay(int failures, RandomGenerator chance) {
        double doubled = (double) firstDelay.toMillis() * Math.pow(2, failures - 1);
        double swing = 1 + jitter * (2 * chance.nextDouble() - 1);
        return Duration.ofMillis(Math.round(Math.min(doubled, (double) longestDelay.toMillis()) * swing));
    }

    public RetrySettings withTries(int other) {
        return new RetrySettings(other, firstDelay, longestDelay, jitter);
    }
}
