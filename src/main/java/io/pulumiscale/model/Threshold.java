package io.pulumiscale.model;

import java.time.Duration;

/**
 * When a metric of a pool asks for another size.
 *
 * @param name unique in the pool
 * @param measure what is measured, for people
 * @param above what is above the limit crosses it, else what is below
 * @param inclusive so does the limit itself
 * @param periods how many there are that count
 * @param datapoints in how many of them it has to be crossed
 * @param change what is asked for while it is
 */
public record Threshold(
        String name,
        String measure,
        boolean above,
        boolean inclusive,
        double limit,
        Duration period,
        int periods,
        int datapoints,
        Change change) {

    public boolean crossedBy(double value) {
        return (inclusive && value == limit) || (above ? value > limit : value < limit);
    }

    /** Whether it asks for more. */
    public boolean scalesOut() {
        return change.from(100) > 100;
    }
}
