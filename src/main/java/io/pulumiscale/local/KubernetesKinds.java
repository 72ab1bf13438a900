package io.pulumiscale.local;

import static io.pulumiscale.local.KindBuilder.kind;

import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.core.v1.NamespaceArgs;
import com.pulumi.kubernetes.core.v1.Secret;
import com.pulumi.kubernetes.core.v1.SecretArgs;
import com.pulumi.kubernetes.core.v1.Service;
import com.pulumi.kubernetes.core.v1.ServiceAccount;
import com.pulumi.kubernetes.core.v1.ServiceAccountArgs;
import com.pulumi.kubernetes.core.v1.ServiceArgs;
import com.pulumi.kubernetes.networking.v1.Ingress;
import com.pulumi.kubernetes.networking.v1.IngressArgs;
import com.pulumi.kubernetes.networking.v1.NetworkPolicy;
import com.pulumi.kubernetes.networking.v1.NetworkPolicyArgs;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudget;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudgetArgs;
import com.pulumi.kubernetes.rbac.v1.ClusterRole;
import com.pulumi.kubernetes.rbac.v1.ClusterRoleArgs;
import com.pulumi.kubernetes.rbac.v1.ClusterRoleBinding;
import com.pulumi.kubernetes.rbac.v1.ClusterRoleBindingArgs;
import com.pulumi.kubernetes.rbac.v1.Role;
import com.pulumi.kubernetes.rbac.v1.RoleArgs;
import com.pulumi.kubernetes.rbac.v1.RoleBinding;
import com.pulumi.kubernetes.rbac.v1.RoleBindingArgs;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Kubernetes types that PulumiScale's stacks use; replacement as in pulumi-kubernetes, provider/diff.go. */
final class KubernetesKinds {
    private KubernetesKinds() {}

    static Collection<ResourceKind> all() {
        return Stream.concat(PrometheusOperator.kinds(), own())
                .map(KindBuilder::build)
                .toList();
    }

    private static Stream<KindBuilder> own() {
        return Stream.of(
                KubernetesWorkloads.deployment(),
                KubernetesWorkloads.statefulSet(),
                namespace(),
                namespaced(kind(ServiceAccount.class, ServiceAccountArgs.class), "serviceaccounts"),
                namespaced(kind(ConfigMap.class, ConfigMapArgs.class), "configmaps")
                        .replacedBy("data", "binaryData"),
                KubernetesWorkloads.claim(),
                namespaced(kind(Secret.class, SecretArgs.class), "secrets").replacedBy("data", "stringData", "type"),
                namespaced(kind(Service.class, ServiceArgs.class), "services").replacedBy("spec.clusterIP"),
                namespaced(kind(Role.class, RoleArgs.class), "roles.rbac.authorization.k8s.io"),
                namespaced(kind(RoleBinding.class, RoleBindingArgs.class), "rolebindings.rbac.authorization.k8s.io")
                        .replacedBy("roleRef"),
                clusterWide(kind(ClusterRole.class, ClusterRoleArgs.class), "clusterroles.rbac.authorization.k8s.io"),
                clusterWide(
                                kind(ClusterRoleBinding.class, ClusterRoleBindingArgs.class),
                                "clusterrolebindings.rbac.authorization.k8s.io")
                        .replacedBy("roleRef"),
                namespaced(
                        kind(PodDisruptionBudget.class, PodDisruptionBudgetArgs.class), "poddisruptionbudgets.policy"),
                namespaced(kind(NetworkPolicy.class, NetworkPolicyArgs.class), "networkpolicies.networking.k8s.io"),
                namespaced(kind(Ingress.class, IngressArgs.class), "ingresses.networking.k8s.io"));
    }

    private static KindBuilder namespace() {
        return clusterWide(kind(Namespace.class, NamespaceArgs.class), "namespaces")
                .outputs((birth, id) -> Tree.over(
                        KubernetesObject.born(birth, id),
                        Map.of(
                                "spec",
                                Map.of("finalizers", List.of("kubernetes")),
                                "status",
                                Map.of("phase", "Active"))));
    }

    /** An object in a namespace; its id is {@code namespace/name}. */
    static KindBuilder namespaced(KindBuilder kind, String plural) {
        return object(kind, plural)
                .replacedBy("metadata.namespace")
                .defaults(KubernetesObject::inDefaultNamespace)
                .id(birth -> birth.text("metadata.namespace") + "/" + birth.text("metadata.name"));
    }

    private static KindBuilder clusterWide(KindBuilder kind, String plural) {
        return object(kind, plural).id(birth -> birth.text("metadata.name"));
    }

    private static KindBuilder object(KindBuilder kind, String plural) {
        return kind.named(Naming.kubernetes())
                .rule(object -> KubernetesObject.badName(plural, object))
                .outputs(KubernetesObject::born)
                .growth(KubernetesObject::revised)
                .duplicate(name -> plural + " \"" + name + "\" already exists");
    }
}
