package io.pulumiscale.journal;

import java.time.Duration;

/**
 * How much of what is over is kept. A deduplication key is known as long as its intent is kept.
 *
 * @param age how long answered intents are kept after they were received
 * @param intents how many intents are kept at most; older ones that are answered go first
 * @param every how often is looked
 */
public record Retention(Duration age, int intents, Duration every) {
    public Retention {
        if (age.isNegative() || intents < 0 || every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("no retention: %s, %d, %s".formatted(age, intents, every));
        }
    }

    /** 30 days and 100,000 intents, looked at hourly. */
    public static Retention standard() {
        return new Retention(Duration.ofDays(30), 100_000, Duration.ofHours(1));
    }
}
