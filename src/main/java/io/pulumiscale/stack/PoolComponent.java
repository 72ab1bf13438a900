package io.pulumiscale.stack;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResource;

/** A pool in the stack: the resource that has the size, and what that one refers to. */
abstract class PoolComponent extends ComponentResource {
    private final int size;

    PoolComponent(String type, String pool, int size) {
        super(type, pool);
        this.size = size;
    }

    static PoolComponent of(PoolSpec spec, int size) {
        return switch (spec.pool().kind()) {
            case EC2 -> new Ec2Pool(spec.pool(), (PoolSpec.Ec2) spec.settings(), size);
            case EKS -> new EksPool(spec.pool(), (PoolSpec.Eks) spec.settings(), size);
            case KUBERNETES -> new KubernetesPool(spec.pool(), (PoolSpec.Kubernetes) spec.settings(), size);
        };
    }

    /** Known only when the resource was applied: a failed update must not export a size that is not there. */
    final Output<Integer> appliedSize() {
        return scaled().urn().applyValue(urn -> size);
    }

    abstract CustomResource scaled();

    /** Nothing, unless CloudWatch watches this kind. */
    void watchedBy(PoolAlarms alarms) {}
}
