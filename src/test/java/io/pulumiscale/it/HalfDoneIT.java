package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.local.Match;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Updates that ended between a resource's step and the outputs. */
class HalfDoneIT {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void whatAProvidersFailureLeavesHalfDoneIsFinishedAndAPersonsUpKeepsIt() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Sender scaler = world.scaler();
        world.cloud().faults().failNextAfterApplying(Match.name("workers"), "pods are not ready");

        scaler.scale("workers", "delta", 3);

        Cloud.awaitSize(world, scaler, "workers", 5);
        await().atMost(World.PATIENCE).until(() -> statuses(scaler).size() == 2);
        assertThat(statuses(scaler)).containsExactly("SUCCEEDED", "FAILED");
        assertThat(scaler.lastUpdate("workers").path("message").asText())
                .isEqualTo("workers 2→5: finishing update 1, by hand, +3");
        assertThat(world.person().up().succeeded().output()).doesNotContain("updated");
        assertThat(Cloud.size(world, "workers")).isEqualTo(5);
    }

    /** The engine is killed with the provider at work, so that the state does not say how that ended. */
    @Test
    void anOperationThatNobodyKnowsTheEndOfIsRepairedAndTheUpdateIsCarriedOutOnce() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        try (ScalerProcess first = world.scalerProcess()) {
            world.cloud().faults().slow(Match.name("workers"), Duration.ofSeconds(6));
            first.sender().scale("workers", "delta", 3);
            await().atMost(World.PATIENCE).until(() -> world.cloud().faults().slowed() == 1);
            first.killWithItsEngine();
        }
        await().atMost(World.PATIENCE).until(() -> Cloud.size(world, "workers") == 5);
        world.cloud().faults().clear();
        world.person().pulumi("cancel", "--yes").succeeded();
        assertThat(world.person().state().path("pending_operations")).isNotEmpty();

        Sender second = world.scaler();

        Cloud.awaitSize(world, second, "workers", 5);
        await().atMost(World.PATIENCE).until(() -> statuses(second).equals(List.of("SUCCEEDED")));
        assertThat(world.person().state().path("pending_operations")).isEmpty();
        assertThat(world.person().up().succeeded().output()).doesNotContain("updated");
    }

    /** One pool has its size and the engine is at the other, when all are killed; then somebody deploys. */
    @Test
    void aPersonsUpBeforeTheRestartDoesNotMakeItWrongForGood() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        try (ScalerProcess first = world.scalerProcess()) {
            world.cloud().faults().slow(Match.name("mailers"), Duration.ofHours(1));
            first.sender().json("/webhook/alertmanager", Payloads.alertmanagers("delta", 3, "workers", "mailers"));
            await().atMost(World.PATIENCE).until(() -> Cloud.size(world, "workers") == 5);
            await().atMost(World.PATIENCE).until(() -> world.cloud().faults().slowed() == 1);
            first.killWithItsEngine();
        }
        world.cloud().faults().clear();
        world.person().pulumi("cancel", "--yes").succeeded();
        world.person().up().succeeded();
        assertThat(Cloud.size(world, "workers"))
                .as("put back, as the stack remembers it")
                .isEqualTo(2);

        Sender second = world.scaler();

        Cloud.awaitSize(world, second, "workers", 5);
        Cloud.awaitSize(world, second, "mailers", 5);
        await().atMost(World.PATIENCE).until(() -> statuses(second).equals(List.of("SUCCEEDED")));
        assertThat(world.person().up().succeeded().output()).doesNotContain("updated");
    }

    private static List<String> statuses(Sender scaler) {
        List<String> statuses = new ArrayList<>();
        for (JsonNode update : scaler.pool("workers").path("updates")) {
            statuses.add(update.path("status").asText());
        }
        return statuses;
    }
}
