package io.pulumiscale.local;

import com.pulumi.core.annotations.ResourceType;
import io.pulumiscale.local.ResourceKind.Check;
import io.pulumiscale.local.ResourceKind.Growth;
import io.pulumiscale.local.ResourceKind.Identity;
import io.pulumiscale.local.ResourceKind.Outputs;
import io.pulumiscale.local.ResourceKind.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes down a {@link ResourceKind}, one line a fact. */
final class KindBuilder {
    private final String type;
    private final Class<?> args;
    private Optional<Naming> naming = Optional.empty();
    private boolean uniqueNames;
    private final List<String> replacedBy = new ArrayList<>();
    private UnaryOperator<Map<String, Object>> defaults = UnaryOperator.identity();
    private final List<Check> checks = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private Identity identity = birth -> birth.ids().uuid().toString();
    private Outputs outputs = (birth, id) -> Map.of();
    private Growth growth = (before, after) -> after;
    private UnaryOperator<Map<String, Object>> shown = UnaryOperator.identity();
    private UnaryOperator<String> duplicate = name -> "EntityAlreadyExists: " + name + " already exists.";

    private KindBuilder(String type, Class<?> args) {
        this.type = type;
        this.args = args;
    }

    /** The resource's class says its token, the class of its arguments the property table. */
    static KindBuilder kind(Class<?> resource, Class<?> args) {
        var type = Objects.requireNonNull(resource.getAnnotation(ResourceType.class), resource.getName());
        return new KindBuilder(type.type(), args);
    }

    /** A type that the SDK has no class of. */
    static KindBuilder kind(String type, Class<?> args) {
        return new KindBuilder(type, args);
    }

    KindBuilder named(Naming how) {
        naming = Optional.of(how);
        replacedBy.addAll(how.paths());
        return this;
    }

    KindBuilder replacedBy(String... paths) {
        replacedBy.addAll(List.of(paths));
        return this;
    }

    KindBuilder uniqueNames() {
        uniqueNames = true;
        return this;
    }

    KindBuilder defaults(UnaryOperator<Map<String, Object>> how) {
        defaults = how;
        return this;
    }

    KindBuilder check(Check check) {
        checks.add(check);
        return this;
    }

    KindBuilder rule(Rule rule) {
        rules.add(rule);
        return this;
    }

    KindBuilder id(Identity how) {
        identity = how;
        return this;
    }

    KindBuilder outputs(Outputs how) {
        outputs = how;
        return this;
    }

    KindBuilder growth(Growth how) {
        growth = how;
        return this;
    }

    KindBuilder shown(UnaryOperator<Map<String, Object>> how) {
        shown = how;
        return this;
    }

    /** Tags come back as {@code tagsAll}; there are no provider-wide tags here. */
    KindBuilder tagged() {
        var plain = outputs;
        var grown = growth;
        outputs = (birth, id) -> Tree.over(plain.of(birth, id), Map.of("tagsAll", tags(birth.inputs())));
        growth = (before, after) -> grown.after(before, Tree.with(after, "tagsAll", tags(after)));
        return this;
    }

    private static Object tags(Map<String, Object> properties) {
        return Tree.at(properties, "tags").orElse(Map.of());
    }

    KindBuilder duplicate(UnaryOperator<String> message) {
        duplicate = message;
        return this;
    }

    ResourceKind build() {
        return new ResourceKind(
                type,
                args,
                naming,
                uniqueNames,
                List.copyOf(replacedBy),
                defaults,
                List.copyOf(checks),
                List.copyOf(rules),
                identity,
                outputs,
                growth,
                shown,
                duplicate);
    }
}
