package io.pulumiscale.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Names, completes and checks the inputs that a program gives. */
final class Inputs {
    private final InputCheck check;

    Inputs(InputCheck check) {
        this.check = check;
    }

    /** The inputs with a name and the provider's defaults. */
    Map<String, Object> completed(
            ResourceKind kind, String program, Map<String, Object> olds, Map<String, Object> news, Ids ids) {
        var named =
                kind.naming().map(how -> how.named(news, olds, program, ids)).orElse(news);
        return kind.defaults().apply(named);
    }

    /** Everything that is wrong with them. */
    List<Failure> failures(ResourceKind kind, Map<String, Object> inputs) {
        var failures = new ArrayList<>(check.failures(kind.args(), inputs));
        kind.checks().forEach(rule -> rule.failure(inputs).ifPresent(failures::add));
        return List.copyOf(failures);
    }
}
