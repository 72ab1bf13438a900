package io.pulumiscale.stack;

import com.pulumi.aws.eks.NodeGroup;
import com.pulumi.aws.eks.NodeGroupArgs;
import com.pulumi.aws.eks.inputs.NodeGroupScalingConfigArgs;
import com.pulumi.aws.eks.inputs.NodeGroupTaintArgs;
import com.pulumi.aws.eks.inputs.NodeGroupUpdateConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import io.pulumiscale.model.Pool;
import io.pulumiscale.stack.NodeSettings.Taint;
import io.pulumiscale.stack.NodeSettings.Unavailable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A managed node group of an EKS cluster. */
final class EksPool extends PoolComponent {
    static final String TYPE = "pulumiscale:pool:Eks";

    private final String pool;
    private final List<AlarmRule> rules;
    private final NodeGroup group;

    EksPool(Pool pool, PoolSpec.Eks settings, int size) {
        super(TYPE, pool.name(), size);
        this.pool = pool.name();
        this.rules = settings.alarms();
        group = new NodeGroup(
                pool.name(),
                group(pool, settings.nodes(), size),
                CustomResourceOptions.builder().parent(this).build());
        registerOutputs(Map.of("nodeGroupArn", group.arn()));
    }

    @Override
    CustomResource scaled() {
        return group;
    }

    @Override
    void watchedBy(PoolAlarms alarms) {
        alarms.provision(pool, rules, autoScalingGroupName(), this);
    }

    private static NodeGroupArgs group(Pool pool, NodeSettings settings, int size) {
        Map<String, String> tags = new TreeMap<>(settings.tags());
        tags.put(TagsReader.POOL, pool.name());
        NodeGroupArgs.Builder group = NodeGroupArgs.builder()
                .clusterName(settings.clusterName())
                .nodeRoleArn(settings.nodeRoleArn())
                .subnetIds(settings.subnetIds())
                .instanceTypes(settings.instanceTypes())
                .scalingConfig(NodeGroupScalingConfigArgs.builder()
                        .minSize(pool.minSize())
                        .maxSize(pool.maxSize())
                        .desiredSize(size)
                        .build())
                .tags(tags);
        optional(group, settings);
        return group.build();
    }

    /** Many of these make another group when they change, so the program does not say what EKS would say itself. */
    private static void optional(NodeGroupArgs.Builder group, NodeSettings settings) {
        if (!settings.name().isEmpty()) {
            group.nodeGroupName(settings.name());
        }
        if (!settings.amiType().isEmpty()) {
            group.amiType(settings.amiType());
        }
        if (!settings.capacityType().isEmpty()) {
            group.capacityType(settings.capacityType());
        }
        if (settings.diskSize() > 0) {
            group.diskSize(settings.diskSize());
        }
        if (!settings.labels().isEmpty()) {
            group.labels(settings.labels());
        }
        if (!settings.taints().isEmpty()) {
            group.taints(settings.taints().stream().map(EksPool::taint).toList());
        }
        if (!settings.unavailable().equals(new Unavailable(0, 0))) {
            group.updateConfig(update(settings.unavailable()));
        }
    }

    private static NodeGroupTaintArgs taint(Taint taint) {
        NodeGroupTaintArgs.Builder args =
                NodeGroupTaintArgs.builder().key(taint.key()).effect(taint.effect());
        return (taint.value().isEmpty() ? args : args.value(taint.value())).build();
    }

    private static NodeGroupUpdateConfigArgs update(Unavailable unavailable) {
        NodeGroupUpdateConfigArgs.Builder config = NodeGroupUpdateConfigArgs.builder();
        return (unavailable.nodes() > 0
                        ? config.maxUnavailable(unavailable.nodes())
                        : config.maxUnavailablePercentage(unavailable.percent()))
                .build();
    }

    /** EKS makes one Auto Scaling group for a node group. */
    private Output<String> autoScalingGroupName() {
        return group.resources()
                .applyValue(resources -> resources.stream()
                        .flatMap(resource -> resource.autoscalingGroups().stream())
                        .flatMap(autoscaling -> autoscaling.name().stream())
                        .findFirst()
                        .orElse(""));
    }
}
