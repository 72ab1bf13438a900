package io.pulumiscale.stack;

import io.pulumiscale.stack.AlarmRule.Condition;
import io.pulumiscale.stack.AlarmRule.Metric;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the {@code rules} of a pool on AWS. One without any has two: high CPU of its Auto Scaling group scales out, low
 * CPU scales in.
 *
 * @param period how often EC2 measures, in seconds: a shorter one would have gaps
 */
record AlarmRulesReader(String pool, String prefix, Steps steps, int period, Section section) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final String CPU = "CPUUtilization";
    private static final int SOON = 180;
    private static final int LATE = 900;
    private static final int MINUTE = 60;
    private static final List<Integer> PARTS_OF_A_MINUTE = List.of(10, 20, 30);
    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;
    private static final int WEEK = 7 * DAY;
    private static final String MISSING = "missing";
    private static final List<String> MISSING_DATA = List.of(MISSING, "ignore", "breaching", "notBreaching");

    List<AlarmRule> read() {
        List<AlarmRule> cpu = cpu();
        if (!section.has("rules")) {
            return cpu;
        }
        Stream.of("cpuHigh", "cpuLow")
                .filter(section::has)
                .forEach(key -> section.fault(key, "means nothing with rules: say it in one of them"));
        Set<String> names = new HashSet<>();
        return section.sections("rules").stream().map(rule -> rule(rule, names)).toList();
    }

    private List<AlarmRule> cpu() {
        int high = section.integer("cpuHigh", 1, 100, 70);
        int low = section.integer("cpuLow", 0, 99, Math.min(30, high - 1));
        if (low >= high) {
            section.fault("cpuLow", "%d is not less than cpuHigh, %d".formatted(low, high));
        }
        Metric cpu = new Metric("AWS/EC2", CPU, Map.of(), "Average");
        return List.of(
                new AlarmRule("cpu-high", cpu, during(Comparison.ABOVE, high, SOON), steps.out()),
                new AlarmRule("cpu-low", cpu, during(Comparison.BELOW, low, LATE), steps.in()));
    }

    private Condition during(Comparison comparison, int threshold, int seconds) {
        int periods = Math.max(1, seconds / period);
        return new Condition(comparison, threshold, periods, OptionalInt.empty(), period, MISSING);
    }

    private AlarmRule rule(Section rule, Set<String> names) {
        String name = name(rule, names);
        AlarmRule read = new AlarmRule(name, MetricReader.read(rule), condition(rule), steps.read(rule));
        rule.end();
        return read;
    }

    private String name(Section rule, Set<String> names) {
        String name = rule.text("name", NAME, "a name of up to 63 of a-z, 0-9 and - that begins with a letter");
        if (!name.isEmpty() && !names.add(name)) {
            rule.fault("name", name + " is there twice");
        }
        int length = "%s-%s-%s".formatted(prefix, pool, name).length();
        if (length > AlarmRule.LONGEST_NAME) {
            rule.fault(
                    "name",
                    "the alarm's name, %s-%s-%s, has %d characters; CloudWatch takes %d"
                            .formatted(prefix, pool, name, length, AlarmRule.LONGEST_NAME));
        }
        return name;
    }

    private Condition condition(Section rule) {
        Comparison comparison = rule.choice("comparison", Comparison.words())
                .flatMap(Comparison::of)
                .orElse(Comparison.ABOVE);
        double threshold = rule.decimal("threshold");
        int periods = rule.integer("periods", 1, DAY / 10, 3);
        OptionalInt datapoints = rule.optionalInteger("datapoints", 1, periods);
        int seconds = seconds(rule, periods);
        String missing = rule.has("treatMissingData")
                ? rule.choice("treatMissingData", MISSING_DATA).orElse(MISSING)
                : MISSING;
        return new Condition(comparison, threshold, periods, datapoints, seconds, missing);
    }

    private int seconds(Section rule, int periods) {
        int faults = rule.faults();
        Duration length = new Durations(rule)
                .read("period", Duration.ofSeconds(10), Duration.ofDays(1), Duration.ofSeconds(period));
        int seconds = (int) length.toSeconds();
        if (rule.faults() > faults) {
            return seconds;
        }
        boolean whole = length.toNanosPart() == 0 && (seconds % MINUTE == 0 || PARTS_OF_A_MINUTE.contains(seconds));
        if (!whole) {
            rule.fault("period", "%s is not PT10S, PT20S, PT30S or whole minutes".formatted(length));
        } else if ((long) periods * seconds > (seconds < HOUR ? DAY : WEEK)) {
            rule.fault(
                    "periods",
                    "%d periods of %s are more than %s"
                            .formatted(periods, length, seconds < HOUR ? "a day" : "a week"));
        }
        return seconds;
    }
}
