package io.pulumiscale.stack;

import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import io.pulumiscale.model.Pool;
import java.util.Map;

/** A Kubernetes Deployment. */
final class KubernetesPool extends PoolComponent {
    static final String TYPE = "pulumiscale:pool:Kubernetes";

    /** One writer: a size that someone set by {@code kubectl scale} is taken back; readiness is not waited for. */
    private static final Map<String, String> ANNOTATIONS =
            Map.of("pulumi.com/patchForce", "true", "pulumi.com/skipAwait", "true");

    private final Deployment deployment;

    KubernetesPool(Pool pool, PoolSpec.Kubernetes settings, int size) {
        super(TYPE, pool.name(), size);
        Map<String, String> labels = Map.of("app.kubernetes.io/name", pool.name());
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
                                        .matchLabels(labels)
                                        .build())
                                .template(pod(pool, settings, labels))
                                .build())
                        .build(),
                CustomResourceOptions.builder().parent(this).build());
        registerOutputs(Map.of());
    }

    @Override
    CustomResource scaled() {
        return deployment;
    }

    private static PodTemplateSpecArgs pod(Pool pool, PoolSpec.Kubernetes settings, Map<String, String> labels) {
        return PodTemplateSpecArgs.builder()
                .metadata(ObjectMetaArgs.builder().labels(labels).build())
                .spec(PodSpecArgs.builder()
                        .containers(ContainerArgs.builder()
                                .name(pool.name())
                                .image(settings.image())
                                .build())
                        .build())
                .build();
    }
}
