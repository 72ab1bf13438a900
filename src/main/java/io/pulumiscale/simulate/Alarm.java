package io.pulumiscale.simulate;

import io.pulumiscale.model.Threshold;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Compares a metric with a threshold, by the mean of each period. A period without a value tells nothing, and counts for
 * nothing.
 */
final class Alarm {
    private final Threshold threshold;
    private final Deque<Boolean> crossed = new ArrayDeque<>();
    private Instant periodEnd;
    private double sum;
    private int values;

    Alarm(Threshold threshold, Instant begin) {
        this.threshold = threshold;
        this.periodEnd = begin.plus(threshold.period());
    }

    Threshold threshold() {
        return threshold;
    }

    void measured(Instant at, double value) {
        pass(at);
        sum += value;
        values++;
    }

    /** Whether it is on at this time. */
    boolean on(Instant at) {
        pass(at);
        return crossed.stream().filter(it -> it).count() >= threshold.datapoints();
    }

    private void pass(Instant at) {
        while (!at.isBefore(periodEnd)) {
            if (values > 0) {
                crossed.addLast(threshold.crossedBy(sum / values));
            }
            if (crossed.size() > threshold.periods()) {
                crossed.removeFirst();
            }
            sum = 0;
            values = 0;
            periodEnd = periodEnd.plus(threshold.period());
        }
    }
}
