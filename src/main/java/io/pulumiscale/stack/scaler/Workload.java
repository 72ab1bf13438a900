package io.pulumiscale.stack.scaler;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.StatefulSet;
import com.pulumi.kubernetes.apps.v1.StatefulSetArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentSpecArgs;
import com.pulumi.kubernetes.apps.v1.inputs.StatefulSetSpecArgs;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.core.v1.PersistentVolumeClaim;
import com.pulumi.kubernetes.core.v1.PersistentVolumeClaimArgs;
import com.pulumi.kubernetes.core.v1.inputs.PersistentVolumeClaimSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudget;
import com.pulumi.kubernetes.policy.v1.PodDisruptionBudgetArgs;
import com.pulumi.kubernetes.policy.v1.inputs.PodDisruptionBudgetSpecArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import com.pulumi.resources.Resource;
import io.pulumiscale.stack.scaler.ScalerSettings.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The scaler's pods, and what they work from and on. A StatefulSet where a lock names a host: a pod that comes back has
 * its name again, and can tell that the lock is its own (ADR 14, ADR 28). A Deployment where locks are leases.
 */
record Workload(Frame frame, Deployed deployed, ScalerPod pod) {
    private static final CustomTimeouts PATIENCE = CustomTimeouts.builder()
            .create(Duration.ofMinutes(10))
            .update(Duration.ofMinutes(10))
            .build();

    /**
     * @param granted what it needs to be allowed before
     * @return what is there when the scaler is ready
     */
    Resource register(List<Resource> granted) {
        List<Resource> needed = new ArrayList<>(granted);
        needed.add(project());
        if (settings().journal() instanceof Volume volume) {
            needed.add(claim(volume));
        }
        if (settings().journal().replicas() > 1) {
            new PodDisruptionBudget(Frame.LOGICAL, budget(), frame.child());
        }
        CustomResourceOptions options = CustomResourceOptions.merge(
                frame.child(needed),
                CustomResourceOptions.builder().customTimeouts(PATIENCE).build());
        boolean needsNoName = settings().backend().leases() && !(settings().journal() instanceof Volume);
        return needsNoName
                ? new Deployment(Frame.LOGICAL, deployment(), options)
                : new StatefulSet(Frame.LOGICAL, statefulSet(), options);
    }

    /** The pods refer to it by a name that stays: it changes under them, and they read it again. */
    private Resource project() {
        return new ConfigMap(
                "scaler-project",
                ConfigMapArgs.builder()
                        .metadata(frame.named("-project").build())
                        .data(deployed.files())
                        .build(),
                frame.child());
    }

    /** Not one of the StatefulSet's own, which would outlive {@code pulumi destroy}. It is bound when a pod comes. */
    private Resource claim(Volume volume) {
        PersistentVolumeClaimSpecArgs.Builder spec = PersistentVolumeClaimSpecArgs.builder()
                .accessModes("ReadWriteOnce")
                .resources(ResourceRequirementsArgs.builder()
                        .requests(Map.of("storage", volume.size()))
                        .build());
        volume.storageClass().ifPresent(spec::storageClassName);
        return new PersistentVolumeClaim(
                "scaler-journal",
                PersistentVolumeClaimArgs.builder()
                        .metadata(frame.named("-journal")
                                .annotations(Map.of("pulumi.com/skipAwait", "true"))
                                .build())
                        .spec(spec.build())
                        .build(),
                frame.child());
    }

    private StatefulSetArgs statefulSet() {
        return StatefulSetArgs.builder()
                .metadata(frame.named("").build())
                .spec(StatefulSetSpecArgs.builder()
                        .serviceName(settings().name())
                        .replicas(settings().journal().replicas())
                        .podManagementPolicy("Parallel")
                        .selector(selector())
                        .template(pod.template())
                        .build())
                .build();
    }

    private DeploymentArgs deployment() {
        return DeploymentArgs.builder()
                .metadata(frame.named("").build())
                .spec(DeploymentSpecArgs.builder()
                        .replicas(settings().journal().replicas())
                        .selector(selector())
                        .template(pod.template())
                        .build())
                .build();
    }

    private PodDisruptionBudgetArgs budget() {
        return PodDisruptionBudgetArgs.builder()
                .metadata(frame.named("").build())
                .spec(PodDisruptionBudgetSpecArgs.builder()
                        .maxUnavailable(Output.ofLeft(1))
                        .selector(selector())
                        .build())
                .build();
    }

    private LabelSelectorArgs selector() {
        return LabelSelectorArgs.builder().matchLabels(frame.labels()).build();
    }

    private ScalerSettings settings() {
        return frame.settings();
    }
}
