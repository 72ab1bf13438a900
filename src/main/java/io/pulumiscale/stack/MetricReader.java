package io.pulumiscale.stack;

import io.pulumiscale.stack.AlarmRule.Measure;
import io.pulumiscale.stack.AlarmRule.Metric;
import io.pulumiscale.stack.AlarmRule.MetricMath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what an alarm looks at: a metric, or an expression of some. */
final class MetricReader {
    /** The id that the expression has itself. */
    static final String RESULT = "result";

    /** As many as an alarm may look at. */
    private static final int MOST = 10;

    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9_]{0,254}");
    private static final Pattern STATISTIC =
            Pattern.compile("Average|Sum|Minimum|Maximum|SampleCount|IQM|(p|tm|tc|ts|wm)(\\d{1,2}(\\.\\d{1,10})?|100)");

    private MetricReader() {}

    static Measure read(Section rule) {
        return rule.has("expression") || rule.has("metrics") ? math(rule) : metric(rule);
    }

    private static Metric metric(Section section) {
        return new Metric(
                section.text("namespace", "AWS/EC2"),
                section.text("metric"),
                section.textsByKey("dimensions"),
                section.has("statistic")
                        ? section.text("statistic", STATISTIC, "a statistic such as Average, Sum, Maximum or p99")
                        : "Average");
    }

    private static MetricMath math(Section rule) {
        Stream.of("metric", "namespace", "dimensions", "statistic")
                .filter(rule::has)
                .forEach(key -> rule.fault(key, "means nothing with an expression: say it in metrics"));
        String expression = rule.text("expression");
        List<Section> sections = rule.required("metrics") ? rule.sectionsIn("metrics") : List.of();
        if (sections.size() > MOST) {
            rule.fault("metrics", "an alarm looks at %d metrics at most, not %d".formatted(MOST, sections.size()));
        }
        Map<String, Metric> metrics = new LinkedHashMap<>();
        sections.forEach(section -> {
            checkId(rule, section.name());
            metrics.put(section.name(), metric(section));
            section.end();
        });
        return new MetricMath(expression, metrics);
    }

    private static void checkId(Section rule, String id) {
        if (!ID.matcher(id).matches() || id.equals(RESULT)) {
            rule.fault(
                    "metrics." + id,
                    "an id has letters, digits and _, begins with a small letter, and is not %s".formatted(RESULT));
        }
    }
}
