package io.pulumiscale.model;

import java.util.OptionalInt;

/**
 * How far one resize may go; of both the smaller counts.
 *
 * @param size in instances, nodes or replicas; at least 1
 * @param percent of the present size, at least 1; what is less than one is one, any other fraction is dropped
 */
public record StepLimit(OptionalInt size, OptionalInt percent) {

    public static StepLimit none() {
        return new StepLimit(OptionalInt.empty(), OptionalInt.empty());
    }

    /** The longest step from this size; at least 1. */
    public int from(int base) {
        long part = percent.isPresent() ? Math.max(1, (long) base * percent.getAsInt() / 100) : Integer.MAX_VALUE;
        return (int) Math.min(size.orElse(Integer.MAX_VALUE), part);
    }
}
