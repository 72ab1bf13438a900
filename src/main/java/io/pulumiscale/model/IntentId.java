package io.pulumiscale.model;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Identifies an intent; ids sort by the time they were made. */
public record IntentId(String value) implements Comparable<IntentId> {

    /** 12 hexadecimal digits of milliseconds, 12 of chance. */
    public static IntentId next(Clock clock, RandomGenerator random) {
        return new IntentId("%012x%012x".formatted(clock.millis(), random.nextLong() >>> 16));
    }

    /** When it was made, to the millisecond; empty for one that is not of {@link #next}. */
    public Optional<Instant> madeAt() {
        return value.matches("[0-9a-f]{24}")
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(value.substring(0, 12), 16)))
                : Optional.empty();
    }

    @Override
    public int compareTo(IntentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
