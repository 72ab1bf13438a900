package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The backend goes away while the scaler runs, and comes back. */
class BackendAwayIT {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void whatIsAcceptedMeanwhileIsAppliedOnceAfterwards() throws IOException {
        World world = worlds.deployed(folder, Pools.WORKERS);
        ScalerProcess process = world.scalerProcess();
        Sender scaler = process.sender();
        scaler.scale("workers", "set", 3);
        Cloud.awaitSize(world, scaler, "workers", 3);
        await().until(() -> scaler.lastUpdate("workers").path("status").asText().equals("SUCCEEDED"));
        Path away = Files.move(world.backend(), folder.resolve("backend-away"));

        assertThat(scaler.json("/webhook/alertmanager", Payloads.alertmanager("mailers", "delta", 3, 1))
                        .statusCode())
                .isEqualTo(202);
        process.awaitWritten("update 2 is not finished: ");
        assertThat(scaler.scale("workers", "delta", 2).statusCode()).isEqualTo(202);
        process.awaitWritten("tried again in ");

        assertThat(Sender.read(scaler.get("/pools").body()).path("problem").asText())
                .contains("unable to open bucket", "no such file or directory");
        assertThat(scaler.lastUpdate("mailers").path("status").asText()).isEqualTo("RUNNING");
        assertThat(scaler.lastUpdate("mailers").path("problem").asText()).contains("unable to open bucket");
        assertThat(scaler.get("/readyz").statusCode()).as("alerts are taken").isEqualTo(200);
        Files.move(away, world.backend());

        Cloud.awaitSize(world, scaler, "mailers", 5);
        Cloud.awaitSize(world, scaler, "workers", 5);
        await().atMost(World.PATIENCE)
                .untilAsserted(
                        () -> assertThat(statuses(scaler)).containsExactly("SUCCEEDED", "SUCCEEDED", "SUCCEEDED"));
        assertThat(Sender.read(scaler.get("/pools").body()).path("problem").isNull())
                .isTrue();
        assertThat(world.person().history().findValuesAsText("message"))
                .filteredOn(message -> message.contains("→"))
                .containsExactly(
                        "workers 3→5: by hand, +2", "mailers 2→5: QueueBacklog firing, +3", "workers 2→3: by hand, =3");
        assertThat(world.person().up().succeeded().output())
                .contains("unchanged")
                .doesNotContain("updated");
    }

    private static List<String> statuses(Sender scaler) {
        return Sender.read(scaler.get("/pools").body()).path("updates").findValuesAsText("status");
    }
}
