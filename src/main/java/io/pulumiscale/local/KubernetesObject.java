package io.pulumiscale.local;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the API server does with every object. */
final class KubernetesObject {
    /** RFC 1123 subdomains; the colon is for RBAC's names, which are freer. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.:]*[a-z0-9])?");

    private static final int LONGEST_NAME = 253;

    private KubernetesObject() {}

    static Map<String, Object> inDefaultNamespace(Map<String, Object> inputs) {
        return Tree.at(inputs, "metadata.namespace").isPresent()
                ? inputs
                : Tree.with(inputs, "metadata.namespace", "default");
    }

    static Map<String, Object> born(Birth birth, String id) {
        var created = birth.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return Map.of(
                "metadata",
                Map.of(
                        "creationTimestamp",
                        created,
                        "generation",
                        1,
                        "resourceVersion",
                        String.valueOf(100_000 + birth.ids().below(100_000)),
                        "uid",
                        birth.ids().uuid().toString()));
    }

    /** Each change is a new resource version; a change of the specification also a new generation. */
    static Map<String, Object> revised(Map<String, Object> before, Map<String, Object> after) {
        if (before.equals(after)) {
            return after;
        }
        long version = Tree.text(before, "metadata.resourceVersion")
                        .map(Long::parseLong)
                        .orElse(0L)
                + 1;
        var revised = Tree.with(after, "metadata.resourceVersion", String.valueOf(version));
        boolean specified = !Tree.at(before, "spec").equals(Tree.at(after, "spec"));
        int generation = Tree.whole(before, "metadata.generation").orElse(0) + 1;
        return specified ? Tree.with(revised, "metadata.generation", generation) : revised;
    }

    static Optional<String> badName(String plural, Map<String, Object> object) {
        return Tree.text(object, "metadata.name")
                .filter(name ->
                        name.length() > LONGEST_NAME || !NAME.matcher(name).matches())
                .map(name -> plural + " \"" + name + "\" is invalid: metadata.name: Invalid value: \"" + name
                        + "\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters,"
                        + " '-' or '.', and must start and end with an alphanumeric character");
    }
}
