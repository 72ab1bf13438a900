package io.pulumiscale.local;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Server-side apply's ownership of fields: what someone else set stays theirs until the program agrees with it or takes
 * it by force. Tried on pulumi-kubernetes 4.0.0 after {@code kubectl scale}.
 */
final class ForeignFields {
    private static final String FORCE = "pulumi.com/patchForce";

    private ForeignFields() {}

    static void demandNoConflict(CloudResource resource, Map<String, Object> news) {
        boolean applied = resource.type().startsWith("kubernetes:");
        if (applied && !forced(news)) {
            resource.foreign().stream()
                    .filter(path -> disagree(path, resource.properties(), news))
                    .findFirst()
                    .ifPresent(path -> conflict(resource, path));
        }
    }

    /** An apply sets every field that the program names, also those that did not change since its last run. */
    static Map<String, Object> taken(CloudResource resource, Map<String, Object> news, Map<String, Object> merged) {
        boolean applied = resource.type().startsWith("kubernetes:");
        var result = merged;
        for (String path : applied ? resource.foreign() : Set.<String>of()) {
            var wanted = Tree.at(news, path);
            result = wanted.isPresent() ? Tree.with(result, path, wanted.get()) : result;
        }
        return result;
    }

    private static boolean forced(Map<String, Object> news) {
        return Tree.at(news, "metadata.annotations")
                .map(Tree::map)
                .map(annotations -> annotations.get(FORCE))
                .equals(Optional.of("true"));
    }

    private static boolean disagree(String path, Map<String, Object> live, Map<String, Object> news) {
        var wanted = Tree.at(news, path);
        return wanted.isPresent() && !wanted.equals(Tree.at(live, path));
    }

    private static void conflict(CloudResource resource, String path) {
        throw new CloudRefusal("the Kubernetes API server reported that \"" + resource.id()
                + "\" failed to fully initialize or become live: Server-Side Apply field conflict detected: "
                + "Apply failed with 1 conflict: conflict with \"kubectl\" with subresource \"scale\": ." + path);
    }
}
