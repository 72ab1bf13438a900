package io.pulumiscale.stack;

import com.pulumi.aws.eks.NodeGroup;
import com.pulumi.aws.eks.NodeGroupArgs;
import com.pulumi.aws.eks.inputs.NodeGroupScalingConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import io.pulumiscale.model.Pool;
import java.util.Map;

/** A managed node group of an EKS cluster. */
final class EksPool extends PoolComponent {
    static final String TYPE = "pulumiscale:pool:Eks";

    private final String pool;
    private final PoolSpec.CpuAlarms cpu;
    private final NodeGroup group;

    EksPool(Pool pool, PoolSpec.Eks settings, int size) {
        super(TYPE, pool.name(), size);
        this.pool = pool.name();
        this.cpu = settings.cpu();
        group = new NodeGroup(
                pool.name(),
                NodeGroupArgs.builder()
                        .clusterName(settings.clusterName())
                        .nodeRoleArn(settings.nodeRoleArn())
                        .subnetIds(settings.subnetIds())
                        .instanceTypes(settings.instanceTypes())
                        .scalingConfig(NodeGroupScalingConfigArgs.builder()
                                .minSize(pool.minSize())
                                .maxSize(pool.maxSize())
                                .desiredSize(size)
                                .build())
                        .tags(Map.of("pulumiscale:pool", pool.name()))
                        .build(),
                CustomResourceOptions.builder().parent(this).build());
        registerOutputs(Map.of("nodeGroupArn", group.arn()));
    }

    @Override
    CustomResource scaled() {
        return group;
    }

    @Override
    void watchedBy(CpuAlarms alarms) {
        alarms.provision(pool, cpu, autoScalingGroupName(), this);
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
