package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulumiscale.local.Match;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A person and the scaler at the same stack at the same time. */
class ConcurrentUpdateIT {
    private static final String NEW_IMAGE = Pools.WORKERS.replace("mailers:1", "mailers:2");

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void aScaleDuringAPersonsUpIsRetriedAndBothGetThrough() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Sender scaler = world.scaler();
        world.configure(NEW_IMAGE);
        world.cloud().faults().slow(Match.name("mailers"), Duration.ofSeconds(4));

        CompletableFuture<Person.Said> up = world.person().upMeanwhile();
        await().atMost(World.PATIENCE).until(world::locked);
        assertThat(scaler.scale("workers", "delta", 3).statusCode()).isEqualTo(202);

        Cloud.awaitSize(world, scaler, "workers", 5);
        assertThat(up.join().code()).isZero();
        assertThat(scaler.lastUpdate("workers").path("attempts").asInt()).isGreaterThan(1);
        assertThat(world.cloud().property("kubernetes:apps/v1:Deployment", "mailers", "spec.template.spec.containers"))
                .hasValueSatisfying(
                        containers -> assertThat(containers.toString()).contains("mailers:2"));
        assertThat(world.person().up().succeeded().output())
                .contains("unchanged")
                .doesNotContain("updated");
        assertThat(Cloud.size(world, "workers")).isEqualTo(5);
    }

    @Test
    void aDeltaCountsFromTheBaseThatAPersonHasChangedMeanwhile() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Sender scaler = world.scaler();
        world.configure(Pools.WORKERS.replace("min: 1", "min: 4").replace("initial: 2", "initial: 4"));
        world.person().up().succeeded();

        assertThat(scaler.scale("workers", "delta", 2).statusCode()).isEqualTo(202);

        Cloud.awaitSize(world, scaler, "workers", 6);
        assertThat(world.person().sizes()).containsEntry("workers", 6).containsEntry("mailers", 4);
    }

    @Test
    void aDeltaIsDecidedAgainWhenAnotherScalerWasFaster() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Sender scaler = world.scaler();
        Sender faster = world.scaler();
        faster.scale("workers", "set", 6);
        Cloud.awaitSize(world, faster, "workers", 6);

        assertThat(scaler.currentSize("workers")).isEqualTo(2);
        scaler.scale("workers", "delta", 2);

        Cloud.awaitSize(world, scaler, "workers", 8);
        assertThat(scaler.pool("workers").path("updates").findValuesAsText("status"))
                .containsExactly("SUCCEEDED", "WITHDRAWN");
    }

    @Test
    void aScalerWithAnOlderConfigurationRefusesUntilItHasTheDeployedOne() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Sender scaler = world.scaler();
        world.deployFromAnotherFolder(Pools.WORKERS.replace("workers:1", "workers:2"));

        scaler.scale("workers", "delta", 1);

        await().atMost(World.PATIENCE)
                .untilAsserted(
                        () -> assertThat(scaler.pool("workers").path("stale").asBoolean())
                                .isTrue());
        assertThat(Cloud.size(world, "workers")).isEqualTo(2);
        world.configure(Pools.WORKERS.replace("workers:1", "workers:2"));
        Cloud.awaitSize(world, scaler, "workers", 3);
        assertThat(scaler.pool("workers").path("stale").asBoolean()).isFalse();
    }
}
