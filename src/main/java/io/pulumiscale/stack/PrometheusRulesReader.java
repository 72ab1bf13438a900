package io.pulumiscale.stack;

import io.pulumiscale.stack.scaler.PrometheusRule;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the {@code rules} of a Kubernetes pool. */
record PrometheusRulesReader(String pool, Section section) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}");
    private static final List<String> WITH_VALUE = List.of("set", "delta", "percent");
    private static final List<String> ACTIONS = List.of("set", "delta", "percent", "scaleOut", "scaleIn");
    private static final int LARGEST_PERCENT = 10_000;

    List<PrometheusRule> read() {
        Set<String> names = new HashSet<>();
        return section.sections("rules").stream().map(rule -> rule(rule, names)).toList();
    }

    private PrometheusRule rule(Section rule, Set<String> names) {
        String name = rule.text("name", NAME, "a name of up to 63 letters, digits, - and _ that begins with a letter");
        if (!name.isEmpty() && !names.add(name)) {
            rule.fault("name", name + " is there twice");
        }
        String expression = rule.text("expr");
        Duration lasting = new Durations(rule).read("for", Duration.ZERO, Duration.ofDays(1), Duration.ofMinutes(1));
        Optional<String> action = rule.has("action") ? rule.choice("action", ACTIONS) : Optional.empty();
        OptionalInt value = value(rule, action.orElse("delta"));
        checkValue(rule, action);
        rule.end();
        return new PrometheusRule(pool, name, expression, lasting, action, value);
    }

    private static OptionalInt value(Section rule, String action) {
        return switch (action) {
            case "set" -> rule.optionalInteger("value", 0, PoolSpecReader.LARGEST);
            case "percent" -> rule.optionalInteger("value", -100, LARGEST_PERCENT);
            default -> rule.optionalInteger("value", -PoolSpecReader.LARGEST, PoolSpecReader.LARGEST);
        };
    }

    private static void checkValue(Section rule, Optional<String> action) {
        boolean wants = action.filter(WITH_VALUE::contains).isPresent();
        if (wants && !rule.has("value")) {
            rule.fault("value", "missing: " + action.orElse("") + " needs one");
        } else if (action.isPresent() && !wants && rule.has("value")) {
            rule.fault("value", "means nothing with %s: the pool's own step counts".formatted(action.get()));
        }
    }
}
