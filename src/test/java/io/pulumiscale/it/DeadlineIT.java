package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.local.Match;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A provider hangs, and neither the scaler nor the stack does. */
class DeadlineIT {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void anUpdateThatHangsIsStoppedAndTheStackCanBeUsedAgain() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Sender scaler = world.scaler(Duration.ofMinutes(10), DEADLINE);
        world.cloud().faults().slow(Match.name("workers"), Duration.ofHours(1));

        scaler.scale("workers", "delta", 3);

        await().atMost(World.PATIENCE).until(world::locked);
        await().atMost(World.PATIENCE).until(() -> ended(scaler.lastUpdate("workers")));
        assertThat(scaler.lastUpdate("workers").path("status").asText()).isEqualTo("FAILED");
        assertThat(scaler.lastUpdate("workers").path("problem").asText()).isEqualTo("stopped: past its deadline");
        assertThat(world.locked()).isFalse();

        world.cloud().faults().clear();
        scaler.scale("workers", "set", 4);
        Cloud.awaitSize(world, scaler, "workers", 4);
        assertThat(world.person().up().succeeded().output())
                .contains("unchanged")
                .doesNotContain("updated");
        assertThat(world.person().sizes()).containsEntry("workers", 4);
    }

    private static boolean ended(JsonNode update) {
        return !update.path("status").asText("RUNNING").equals("RUNNING");
    }
}
