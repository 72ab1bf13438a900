package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The journal's disk is full, by the kernel's own word. */
class FullDiskIT {
    private static final String ALERTS = "/webhook/alertmanager";

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void theSenderIsTold503AndTheSameRequestIsAcceptedOnceThereIsRoom() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"))) {
            World world = worlds.deployed(folder, Pools.WORKERS);
            try (ScalerProcess process =
                    world.scalerProcess("--journal", disk.file("journal.db").toString())) {
                refusedThenAccepted(world, process.sender(), disk);
            }
        }
    }

    private static void refusedThenAccepted(World world, Sender scaler, SmallDisk disk) {
        scaler.scale("workers", "set", 3);
        Cloud.awaitSize(world, scaler, "workers", 3);
        await().until(() -> scaler.lastUpdate("workers").path("status").asText().equals("SUCCEEDED"));
        String alert = Payloads.alertmanager("workers", "delta", 2, 1);
        disk.fill();

        HttpResponse<String> refused = scaler.json(ALERTS, alert);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("nothing was kept");
        assertThat(scaler.pool("workers").path("currentSize").asInt())
                .as("what is there can be looked at")
                .isEqualTo(3);
        disk.makeRoom();

        HttpResponse<String> accepted = scaler.json(ALERTS, alert);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        assertThat(Sender.read(accepted.body()).path("accepted"))
                .as("nothing of the refused one was kept")
                .hasSize(1);
        Cloud.awaitSize(world, scaler, "workers", 5);
    }
}
