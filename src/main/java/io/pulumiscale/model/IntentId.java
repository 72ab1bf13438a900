package io.pulumiscale.model;

import java.time.Clock;
import java.util.random.RandomGenerator;

/** Identifies an intent; ids sort by the time they were made. */
public record IntentId(String value) implements Comparable<IntentId> {

    /** 12 hexadecimal digits of milliseconds, 12 of chance. */
    public static IntentId next(Clock clock, RandomGenerator random) {
        return new IntentId("%012x%012x".formatted(clock.millis(), random.nextLong() >>> 16));
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
