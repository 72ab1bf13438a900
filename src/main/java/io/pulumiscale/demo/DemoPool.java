package io.pulumiscale.demo;

import io.pulumiscale.local.EmbeddedCloud;
import io.pulumiscale.local.Operation;
import java.time.Instant;
import java.util.Optional;

/** A pool of the demonstration's stack, and where the cloud has its size. */
enum DemoPool {
    WEB("web", "aws:autoscaling/group:Group", "desiredCapacity"),
    BATCH("batch", "aws:eks/nodeGroup:NodeGroup", "scalingConfig.desiredSize"),
    WORKERS("workers", "kubernetes:apps/v1:Deployment", "spec.replicas");

    private final String pool;
    private final String type;
    private final String sizeProperty;

    DemoPool(String pool, String type, String sizeProperty) {
        this.pool = pool;
        this.type = type;
        this.sizeProperty = sizeProperty;
    }

    String pool() {
        return pool;
    }

    /** As the cloud has it; -1 if it has no such pool. */
    int sizeIn(EmbeddedCloud cloud) {
        return cloud.property(type, pool, sizeProperty)
                .filter(Number.class::isInstance)
                .map(size -> ((Number) size).intValue())
                .orElse(-1);
    }

    /** When the cloud was last told to resize it, by its own record. */
    Optional<Instant> lastResized(EmbeddedCloud cloud) {
        return cloud.operations().stream()
                .filter(operation -> operation.type().equals(type))
                .filter(operation -> operation.changed().containsKey(sizeProperty))
                .map(Operation::at)
                .max(Instant::compareTo);
    }
}
