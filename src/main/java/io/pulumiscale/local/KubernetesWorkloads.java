package io.pulumiscale.local;

import static io.pulumiscale.local.KindBuilder.kind;

import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.StatefulSet;
import com.pulumi.kubernetes.apps.v1.StatefulSetArgs;
import com.pulumi.kubernetes.core.v1.PersistentVolumeClaim;
import com.pulumi.kubernetes.core.v1.PersistentVolumeClaimArgs;
import java.util.Map;
import java.util.Optional;

/** Objects with {@code spec.replicas}; their pods are ready at once. */
final class KubernetesWorkloads {
    private static final String LABELS = "metadata.labels";

    private KubernetesWorkloads() {}

    static KindBuilder deployment() {
        return workload(kind(Deployment.class, DeploymentArgs.class), "Deployment", "deployments.apps");
    }

    static KindBuilder statefulSet() {
        return workload(kind(StatefulSet.class, StatefulSetArgs.class), "StatefulSet", "statefulsets.apps")
                .replacedBy("spec.podManagementPolicy", "spec.revisionHistoryLimit")
                .replacedBy("spec.serviceName", "spec.volumeClaimTemplates");
    }

    /** Bound as soon as it is made, and only ever grown. */
    static KindBuilder claim() {
        return KubernetesKinds.namespaced(
                        kind(PersistentVolumeClaim.class, PersistentVolumeClaimArgs.class), "persistentvolumeclaims")
                .replacedBy("spec.accessModes", "spec.selector", "spec.storageClassName", "spec.volumeName")
                .outputs((birth, id) ->
                        Tree.over(KubernetesObject.born(birth, id), Map.of("status", Map.of("phase", "Bound"))));
    }

    private static KindBuilder workload(KindBuilder kind, String name, String plural) {
        return KubernetesKinds.namespaced(kind, plural)
                .replacedBy("spec.selector")
                .rule(object -> negative(name, object))
                .rule(object -> unselected(name, object))
                .outputs((birth, id) ->
                        withStatus(replicated(Tree.over(KubernetesObject.born(birth, id), birth.inputs()))))
                .growth((before, after) -> withStatus(KubernetesObject.revised(before, replicated(after))));
    }

    private static Map<String, Object> replicated(Map<String, Object> object) {
        return Tree.at(object, "spec.replicas").isPresent() ? object : Tree.with(object, "spec.replicas", 1);
    }

    private static Map<String, Object> withStatus(Map<String, Object> object) {
        int replicas = Tree.whole(object, "spec.replicas").orElse(1);
        return Tree.with(
                object,
                "status",
                Map.of(
                        "availableReplicas", replicas,
                        "observedGeneration",
                                Tree.whole(object, "metadata.generation").orElse(1),
                        "readyReplicas", replicas,
                        "replicas", replicas,
                        "updatedReplicas", replicas));
    }

    private static Optional<String> negative(String kind, Map<String, Object> object) {
        return Tree.whole(object, "spec.replicas")
                .filter(replicas -> replicas < 0)
                .map(replicas -> invalid(kind, object) + "spec.replicas: Invalid value: " + replicas
                        + ": must be greater than or equal to 0");
    }

    private static Optional<String> unselected(String kind, Map<String, Object> object) {
        var selector =
                Tree.at(object, "spec.selector.matchLabels").map(Tree::map).orElse(Map.of());
        var labels = Tree.at(object, "spec.template." + LABELS).map(Tree::map).orElse(Map.of());
        return labels.entrySet().containsAll(selector.entrySet())
                ? Optional.empty()
                : Optional.of(invalid(kind, object) + "spec.template." + LABELS
                        + ": Invalid value: `selector` does not match template `labels`");
    }

    private static String invalid(String kind, Map<String, Object> object) {
        return kind + ".apps \"" + Tree.text(object, "metadata.name").orElse("") + "\" is invalid: ";
    }
}
