package io.pulumiscale.stack.scaler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules as Prometheus has them, a group a pool.
 *
 * @param labels that every alert gets beside its pool's name
 */
record RuleGroups(String project, String stack, Map<String, String> labels) {

    /** A rule file's, and a PrometheusRule's, {@code groups}. */
    List<Map<String, Object>> of(List<PrometheusRule> rules) {
        Map<String, List<Map<String, Object>>> byPool = new LinkedHashMap<>();
        rules.forEach(rule ->
                byPool.computeIfAbsent(rule.pool(), pool -> new ArrayList<>()).add(entry(rule)));
        return byPool.entrySet().stream()
                .map(pool -> ordered(
                        "name", "pulumiscale-%s-%s-%s".formatted(project, stack, pool.getKey()),
                        "rules", pool.getValue()))
                .toList();
    }

    private Map<String, Object> entry(PrometheusRule rule) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("pool_name", rule.pool()));
        all.putAll(labels);
        return ordered(
                "alert", rule.name(),
                "expr", rule.expression(),
                "for", rule.lasting().toSeconds() + "s",
                "labels", all,
                "annotations", annotations(rule));
    }

    /** Without any the pool's own step counts. */
    private static Map<String, Object> annotations(PrometheusRule rule) {
        Map<String, Object> annotations = new LinkedHashMap<>();
        annotations.put("summary", "%s asks for another size of %s".formatted(rule.name(), rule.pool()));
        rule.action().ifPresent(action -> annotations.put("pulumiscale_action", action));
        rule.value().ifPresent(value -> annotations.put("pulumiscale_value", String.valueOf(value)));
        return annotations;
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            ordered.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return ordered;
    }
}
