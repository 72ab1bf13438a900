package io.pulumiscale.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;

/**
 * One line of the result: a ratio of what was measured side by side, or a plain count.
 *
 * @param goal as text, for people
 * @param raw what it was made from, for whoever doubts it
 */
record Figure(String figure, double value, String goal, boolean ok, List<String> raw) {
    Figure {
        raw = List.copyOf(raw);
    }

    static Figure atMost(String figure, double value, double goal, String... raw) {
        return of(figure, value, "≤ ", goal, it -> it <= goal, raw);
    }

    static Figure atLeast(String figure, double value, double goal, String... raw) {
        return of(figure, value, "≥ ", goal, it -> it >= goal, raw);
    }

    private static Figure of(String figure, double value, String sign, double goal, DoublePredicate ok, String... raw) {
        return new Figure(figure, value, sign + number(goal), ok.test(value), List.of(raw));
    }

    String shown() {
        return number(value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.0f" : "%.2f", value);
    }
}
