package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.local.Match;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A scaler that is killed in the middle of an update leaves the stack's lock. The next one knows whose it is. */
class OrphanedLockIT {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void theLockOfAKilledEngineIsClearedAndTheDeltaIsAppliedOnce() {
        World world = killedInMidUpdate();
        assertThat(world.locked()).isTrue();
        world.cloud().faults().clear();

        appliedOnce(world, world.scaler());
    }

    @Test
    void anEngineThatLosesItsScalerIsNoHindrance() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        ScalerProcess first = inMidUpdate(world, Duration.ofSeconds(5));
        first.kill();
        world.cloud().faults().clear();

        appliedOnce(world, world.scaler());
    }

    @Test
    void anothersLockIsNeverDeletedAndTheUpdateStallsAndNamesIt() throws Exception {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Path lock = world.lockOf("ana");
        ScalerProcess scaler = world.scalerProcess("--tries", "3");

        assertThat(scaler.sender().scale("workers", "delta", 3).statusCode()).isEqualTo(202);

        await().atMost(World.PATIENCE).untilAsserted(() -> {
            JsonNode waiting = scaler.sender().lastUpdate("workers");
            assertThat(waiting.path("status").asText()).isEqualTo("RUNNING");
            assertThat(waiting.path("problem").asText()).startsWith("waiting for the lock of ana@laptop (pid 1) since");
            assertThat(waiting.path("attempts").asInt()).isPositive();
        });
        stalled(scaler.sender(), "gave up after 3 tries: waiting for the lock of ana@laptop (pid 1) since");
        assertThat(lock).exists();
        Files.delete(lock);
        assertThat(world.person().sizes()).containsEntry("workers", 2);
    }

    @Test
    void anothersLockBesideOursKeepsBoth() throws Exception {
        World world = killedInMidUpdate();
        Path lock = world.lockOf("ana");
        world.cloud().faults().clear();
        ScalerProcess scaler = world.scalerProcess("--tries", "3");

        stalled(scaler.sender(), "ana@laptop");

        assertThat(lock).exists();
        Files.delete(lock);
        assertThat(world.locked()).as("ours is still there").isTrue();
    }

    private World killedInMidUpdate() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        inMidUpdate(world, Duration.ofHours(1)).killWithItsEngine();
        return world;
    }

    private static ScalerProcess inMidUpdate(World world, Duration delay) {
        world.cloud().faults().slow(Match.name("workers"), delay);
        ScalerProcess scaler = world.scalerProcess();
        assertThat(scaler.sender().scale("workers", "delta", 3).statusCode()).isEqualTo(202);
        await().atMost(World.PATIENCE).until(world::locked);
        return scaler;
    }

    private static void appliedOnce(World world, Sender scaler) {
        Cloud.awaitSize(world, scaler, "workers", 5);
        await().atMost(World.PATIENCE).until(() -> !world.locked());
        assertThat(scaler.pool("workers").path("updates").findValuesAsText("status"))
                .containsExactly("SUCCEEDED");
        assertThat(scaler.lastUpdate("workers").path("engineVersion").asText()).isNotBlank();
        assertThat(world.person().up().succeeded().output())
                .contains("unchanged")
                .doesNotContain("updated");
        assertThat(world.person().sizes()).containsEntry("workers", 5);
    }

    private static void stalled(Sender scaler, String holder) {
        await().atMost(World.PATIENCE).untilAsserted(() -> {
            JsonNode update = scaler.lastUpdate("workers");
            assertThat(update.path("status").asText()).isEqualTo("STALLED");
            assertThat(update.path("problem").asText()).contains(holder);
        });
    }
}
