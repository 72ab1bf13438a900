package io.pulumiscale.metrics;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds names of metrics in texts. */
public final class MetricNames {
    private MetricNames() {}

    /** Of the series on a page of metrics. */
    public static Set<String> series(String page) {
        Set<String> series = matches("(?m)^([a-z_]+)(?:\\{| )", page);
        series.addAll(matches("(?m)^# TYPE (\\w+)", page));
        return series;
    }

    /** That rules or panels ask for; Prometheus makes {@code up} itself. */
    public static Set<String> asked(String text) {
        return matches("\\b((?:pulumiscale|jvm|process)_[a-z_]+)\\b(?=\\s*[{\\[\\s>=)\"]|$)", text);
    }

    public static Set<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
