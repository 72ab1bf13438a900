package io.pulumiscale.stack;

import io.pulumiscale.model.PoolKind;

/**
 * The one resource of a pool that has the size.
 *
 * @param component type of the pool's component, its parent
 * @param type type token of the resource
 * @param sizeProperty the property that a scoped update may change
 */
public record ScaledResource(String component, String type, String sizeProperty) {

    public static ScaledResource of(PoolKind kind) {
        return switch (kind) {
            case EC2 -> new ScaledResource(Ec2Pool.TYPE, "aws:autoscaling/group:Group", "desiredCapacity");
            case EKS -> new ScaledResource(EksPool.TYPE, "aws:eks/nodeGroup:NodeGroup", "scalingConfig.desiredSize");
            case KUBERNETES ->
                new ScaledResource(KubernetesPool.TYPE, "kubernetes:apps/v1:Deployment", "spec.replicas");
        };
    }

    /** Its name in the engine: what a scoped update targets. */
    public String urn(String project, String stack, String pool) {
        return "urn:pulumi:%s::%s::%s$%s::%s".formatted(stack, project, component, type, pool);
    }
}
