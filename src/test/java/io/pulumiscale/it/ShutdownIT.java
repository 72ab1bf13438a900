package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulumiscale.local.Match;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM, to the packaged scaler, at bad moments. */
class ShutdownIT {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void anUpdateThatGetsDoneInTheGraceIsFinished() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        ScalerProcess scaler = world.scalerProcess();
        world.cloud().faults().slow(Match.name("workers"), Duration.ofSeconds(4));
        scaler.sender().scale("workers", "delta", 3);
        await().atMost(World.PATIENCE).until(world::locked);

        scaler.endsWithin(Duration.ofSeconds(30));

        assertThat(scaler.written()).contains("told to end", "update 1 SUCCEEDED", "ended");
        assertThat(Cloud.size(world, "workers")).isEqualTo(5);
        world.cloud().faults().clear();
        usable(world, 5);
    }

    @Test
    void anUpdateThatDoesNotIsStopped() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        ScalerProcess scaler = world.scalerProcess("--shutdown-grace", "PT2S");
        world.cloud().faults().slow(Match.name("workers"), Duration.ofHours(1));
        scaler.sender().scale("workers", "delta", 3);
        await().atMost(World.PATIENCE).until(world::locked);

        scaler.endsWithin(Duration.ofSeconds(30));

        assertThat(scaler.written())
                .contains("told to end", "update 1 WITHDRAWN: stopped: the scaler was told to end", "ended");
        world.cloud().faults().clear();
        usable(world, 2);
    }

    @Test
    void whoeverWaitsForAPersonsLockEndsAtOnce() throws Exception {
        World world = worlds.deployed(folder, Pools.WORKERS);
        ScalerProcess scaler = world.scalerProcess();
        Path lock = world.lockOf("ana");
        scaler.sender().scale("workers", "delta", 3);
        scaler.awaitWritten("try 5 of 10");

        scaler.endsWithin(Duration.ofSeconds(5));

        assertThat(scaler.written())
                .contains("update 1 WITHDRAWN: the scaler was told to end while waiting for the lock of ana@laptop");
        assertThat(lock).exists();
        Files.delete(lock);
        usable(world, 2);
    }

    /** One pool has its size, the other's provider hangs; and the alerts are over before the scaler is back. */
    @Test
    void anUpdateThatIsStoppedHalfWayIsFinishedByTheNextStartBeforeAnythingElse() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        ScalerProcess first = world.scalerProcess("--shutdown-grace", "PT1S");
        world.cloud().faults().slow(Match.name("mailers"), Duration.ofHours(1));
        first.sender().json("/webhook/alertmanager", alerts("firing"));
        await().atMost(World.PATIENCE).until(() -> Cloud.size(world, "workers") == 5);
        assertThat(first.sender()
                        .json("/webhook/alertmanager", alerts("resolved"))
                        .statusCode())
                .isEqualTo(202);

        first.endsWithin(Duration.ofSeconds(30));

        assertThat(first.written()).contains("update 1 is not finished: stopped: the scaler was told to end");
        assertThat(world.locked()).isFalse();
        assertThat(world.person().sizes()).containsEntry("workers", 2);
        world.cloud().faults().clear();
        Sender second = world.scaler();
        Cloud.awaitSize(world, second, "workers", 5);
        Cloud.awaitSize(world, second, "mailers", 5);
        await().atMost(World.PATIENCE)
                .untilAsserted(() -> assertThat(
                                Sender.read(second.get("/pools/workers").body())
                                        .path("updates")
                                        .findValuesAsText("status"))
                        .containsExactly("SUCCEEDED"));
        usable(world, 5);
    }

    private static String alerts(String status) {
        return """
                {"version":"4","status":"%1$s","receiver":"pulumiscale","alerts":[%2$s,%3$s]}
                """.formatted(status, alert(status, "workers"), alert(status, "mailers"));
    }

    private static String alert(String status, String pool) {
        return """
                {"status":"%1$s","labels":{"alertname":"QueueBacklog","pool_name":"%2$s"},
                 "annotations":{"pulumiscale_action":"delta","pulumiscale_value":"3"},
                 "startsAt":"2026-11-20T09:30:00Z","endsAt":"2026-11-20T09:40:00Z","fingerprint":"%2$s"}
                """.formatted(status, pool);
    }

    private static void usable(World world, int size) {
        assertThat(world.locked()).isFalse();
        assertThat(world.person().up().succeeded().output())
                .contains("unchanged")
                .doesNotContain("updated");
        assertThat(world.person().sizes()).containsEntry("workers", size);
        assertThat(Cloud.size(world, "workers")).isEqualTo(size);
    }
}
