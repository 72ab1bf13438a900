package io.pulumiscale.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the embedded cloud knows of one resource type.
 *
 * @param type the token, such as {@code aws:sns/topic:Topic}
 * @param args the SDK's class of its inputs, from which the property table is read
 * @param naming if resources of this type have names
 * @param uniqueNames whether names must differ though they are not ids
 * @param replacedBy paths of the inputs whose change needs a new resource
 * @param defaults what the provider adds to the inputs
 * @param checks what the provider refuses before anything is done
 * @param rules what the cloud's API refuses
 * @param shown how it tells the properties of a resource that it has, e.g. without its secrets
 */
record ResourceKind(
        String type,
        Class<?> args,
        Optional<Naming> naming,
        boolean uniqueNames,
        List<String> replacedBy,
        UnaryOperator<Map<String, Object>> defaults,
        List<Check> checks,
        List<Rule> rules,
        Identity identity,
        Outputs outputs,
        Growth growth,
        UnaryOperator<Map<String, Object>> shown,
        UnaryOperator<String> duplicate) {

    /** A check of inputs; values may be {@link Unknown}. */
    @FunctionalInterface
    interface Check {
        Optional<Failure> failure(Map<String, Object> inputs);
    }

    /** A rule about the properties as they would become. */
    @FunctionalInterface
    interface Rule {
        /** The error of the real API, if the rule is broken. */
        Optional<String> broken(Map<String, Object> properties);
    }

    /** The id by which the provider knows a resource. */
    @FunctionalInterface
    interface Identity {
        String of(Birth birth);
    }

    /** Defaults and computed properties of a new resource; its inputs go over them. */
    @FunctionalInterface
    interface Outputs {
        Map<String, Object> of(Birth birth, String id);
    }

    /** What else changes when a resource is updated, such as a version. */
    @FunctionalInterface
    interface Growth {
        Map<String, Object> after(Map<String, Object> before, Map<String, Object> after);
    }

    boolean isReplacedBy(Change change, Map<String, Object> before, Map<String, Object> after) {
        return replacedBy.stream()
                .filter(change::touches)
                .anyMatch(path -> !Tree.at(before, path).equals(Tree.at(after, path)));
    }

    Optional<String> nameIn(Map<String, Object> properties) {
        return naming.flatMap(how -> how.of(properties));
    }

    /** Throws what the real API would answer. */
    void demand(Map<String, Object> properties) {
        rules.stream()
                .flatMap(rule -> rule.broken(properties).stream())
                .findFirst()
                .ifPresent(message -> {
                    throw new CloudRefusal(message);
                });
    }
}
