package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Sizes as the embedded cloud has them. */
public final class Cloud {
    public static final Map<String, String> SIZE_PROPERTIES = Map.of(
            "aws:autoscaling/group:Group", "desiredCapacity",
            "aws:eks/nodeGroup:NodeGroup", "scalingConfig.desiredSize",
            "kubernetes:apps/v1:Deployment", "spec.replicas");

    private Cloud() {}

    /** -1 if there is no such pool. */
    public static int size(World world, String pool) {
        return SIZE_PROPERTIES.entrySet().stream()
                .map(kind -> world.cloud().property(kind.getKey(), pool, kind.getValue()))
                .flatMap(Optional::stream)
                .map(size -> ((Number) size).intValue())
                .findFirst()
                .orElse(-1);
    }

    /** In the cloud and in the stack. */
    static void awaitSize(World world, Sender scaler, String pool, int size) {
        await().atMost(World.PATIENCE)
                .untilAsserted(() -> assertThat(List.of(size(world, pool), scaler.currentSize(pool)))
                        .as(
                                "%s in the cloud and in the stack; last update: %s",
                                pool, Objects.toString(scaler.lastUpdate(pool)))
                        .containsOnly(size));
    }

    /** In the stack alone. */
    static void awaitRemembered(Sender scaler, String pool, int size) {
        await().atMost(World.PATIENCE)
                .untilAsserted(() -> assertThat(scaler.currentSize(pool))
                        .as("last update: %s", Objects.toString(scaler.lastUpdate(pool)))
                        .isEqualTo(size));
    }
}
