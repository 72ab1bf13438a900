package io.pulumiscale.stack;

import io.pulumiscale.model.Change;
import io.pulumiscale.model.Threshold;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A CloudWatch alarm of a pool.
 *
 * @param name unique in the pool
 * @param change what it asks for while it fires
 */
record AlarmRule(String name, Measure measure, Condition condition, Change change) {
    /** What CloudWatch allows. */
    static final int LONGEST_NAME = 255;

    /** {@code pulumiscale-dev-web-cpu-high}. */
    String alarmIn(String prefix, String pool) {
        return prefix + "-" + pool + "-" + name;
    }

    /** For people, in the console. */
    String description(String pool) {
        return "%s: %s %s".formatted(pool, measure.text(), condition.text());
    }

    /** The same without CloudWatch's words. */
    Threshold threshold() {
        return new Threshold(
                name,
                measure.text(),
                condition.comparison().above(),
                condition.comparison().inclusive(),
                condition.threshold(),
                Duration.ofSeconds(condition.period()),
                condition.periods(),
                condition.datapoints().orElse(condition.periods()),
                change);
    }

    /** What the alarm looks at. */
    sealed interface Measure {
        /** For people. */
        String text();
    }

    /**
     * One metric.
     *
     * @param dimensions empty for those of the pool's own Auto Scaling group
     * @param statistic {@code Average}, {@code p99} and the like
     */
    record Metric(String namespace, String name, Map<String, String> dimensions, String statistic) implements Measure {
        @Override
        public String text() {
            return statistic + " " + name;
        }
    }

    /**
     * Metric math.
     *
     * @param expression as CloudWatch takes it, e.g. {@code backlog / hosts}
     * @param metrics those that are in it, by their ids
     */
    record MetricMath(String expression, Map<String, Metric> metrics) implements Measure {
        @Override
        public String text() {
            return "an expression of " + String.join(", ", metrics.keySet());
        }
    }

    /**
     * When the alarm goes off.
     *
     * @param periods how many there are that count
     * @param datapoints in how many of them the threshold has to be crossed; in all, if empty
     * @param period length of one, in seconds
     * @param missing what a period without data means, in CloudWatch's words
     */
    record Condition(
            Comparison comparison, double threshold, int periods, OptionalInt datapoints, int period, String missing) {
        String text() {
            return "%s %s in %d of %d periods of %d s"
                    .formatted(
                            comparison.text(),
                            BigDecimal.valueOf(threshold).stripTrailingZeros().toPlainString(),
                            datapoints.orElse(periods),
                            periods,
                            period);
        }
    }
}
