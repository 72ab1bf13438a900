package io.pulumiscale.stack;

import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerPortArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarArgs;
import com.pulumi.kubernetes.core.v1.inputs.LocalObjectReferenceArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import io.pulumiscale.model.Pool;
import io.pulumiscale.stack.scaler.ScalerSettings.Resources;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A Kubernetes Deployment. */
final class KubernetesPool extends PoolComponent {
    static final String TYPE = "pulumiscale:pool:Kubernetes";

    /** One writer: a size that someone set by {@code kubectl scale} is taken back; readiness is not waited for. */
    private static final Map<String, String> ANNOTATIONS =
            Map.of("pulumi.com/patchForce", "true", "pulumi.com/skipAwait", "true");

    private final Deployment deployment;

    KubernetesPool(Pool pool, PoolSpec.Kubernetes settings, int size) {
        super(TYPE, pool.name(), size);
        Map<String, String> selector = Map.of("app.kubernetes.io/name", pool.name());
        Map<String, String> labels = new TreeMap<>(settings.labels());
        labels.putAll(selector);
        deployment = new Deployment(
                pool.name(),
                DeploymentArgs.builder()
                        .metadata(ObjectMetaArgs.builder()
                                .name(pool.name())
                                .namespace(settings.namespace())
                                .annotations(ANNOTATIONS)
                                .labels(labels)
                                .build())
                        .spec(DeploymentSpecArgs.builder()
                                .replicas(size)
                                .selector(LabelSelectorArgs.builder()
                                        .matchLabels(selector)
                                        .build())
                                .template(PodTemplateSpecArgs.builder()
                                        .metadata(ObjectMetaArgs.builder()
                                                .labels(labels)
                                                .build())
                                        .spec(pod(pool, settings))
                                        .build())
                                .build())
                        .build(),
                CustomResourceOptions.builder().parent(this).build());
        registerOutputs(Map.of());
    }

    @Override
    CustomResource scaled() {
        return deployment;
    }

    private static PodSpecArgs pod(Pool pool, PoolSpec.Kubernetes settings) {
        PodSpecArgs.Builder pod = PodSpecArgs.builder().containers(container(pool, settings.container()));
        if (!settings.serviceAccountName().isEmpty()) {
            pod.serviceAccountName(settings.serviceAccountName());
        }
        written(settings.imagePullSecrets())
                .ifPresent(names -> pod.imagePullSecrets(names.stream()
                        .map(name ->
                                LocalObjectReferenceArgs.builder().name(name).build())
                        .toList()));
        return pod.build();
    }

    /** What is not configured is left out, so that the image's and the cluster's own defaults count. */
    private static ContainerArgs container(Pool pool, PoolSpec.Container settings) {
        ContainerArgs.Builder container =
                ContainerArgs.builder().name(pool.name()).image(settings.image());
        written(settings.command()).ifPresent(container::command);
        written(settings.args()).ifPresent(container::args);
        written(settings.ports())
                .ifPresent(ports -> container.ports(ports.stream()
                        .map(port ->
                                ContainerPortArgs.builder().containerPort(port).build())
                        .toList()));
        if (!settings.env().isEmpty()) {
            container.env(settings.env().entrySet().stream()
                    .map(variable -> EnvVarArgs.builder()
                            .name(variable.getKey())
                            .value(variable.getValue())
                            .build())
                    .toList());
        }
        resources(settings.resources()).ifPresent(container::resources);
        return container.build();
    }

    private static Optional<ResourceRequirementsArgs> resources(Resources resources) {
        if (resources.requests().isEmpty() && resources.limits().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ResourceRequirementsArgs.builder()
                .requests(resources.requests())
                .limits(resources.limits())
                .build());
    }

    private static <T extends Collection<?>> Optional<T> written(T some) {
        return Optional.of(some).filter(given -> !given.isEmpty());
    }
}
