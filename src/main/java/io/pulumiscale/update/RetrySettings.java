package io.pulumiscale.update;

import java.time.Duration;

/**
 * How a lock conflict is retried.
 *
 * @param tries the first included; at least 1
 * @param firstDelay before the second try; doubled for each further one
 * @param longestDelay no delay is longer, jitter apart; greater than {@code firstDelay}
 * @param jitter the part of a delay that chance may add or take away, 0 to 1: racers must not meet again
 */
public record RetrySettings(int tries, Duration firstDelay, Duration longestDelay, double jitter) {

    /** About three minutes in all: longer than most updates of a person. */
    public static RetrySettings standard() {
        return new RetrySettings(10, Duration.ofMillis(500), Duration.ofSeconds(60), 0.25);
    }

    public RetrySettings withTries(int other) {
        return new RetrySettings(other, firstDelay, longestDelay, jitter);
    }
}
