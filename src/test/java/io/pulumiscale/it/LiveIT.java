package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who asks, listens or pauses, on a running scaler with the real engine. */
class LiveIT {
    private static final Duration SEVERAL_DECISIONS = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void whoAsksForASizeHearsHowFarItIsAndFindsItInTheHistory() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Sender scaler = world.scalerProcess().sender();
        try (EventStream events = scaler.events()) {
            events.await("snapshot");
            String intent = Sender.read(scaler.json("/scale/workers", """
                            {"action":"delta","value":2,"reason":"a sale begins"}
                            """).body())
                    .at("/accepted/0/intent")
                    .asText();
            await().atMost(World.PATIENCE)
                    .until(() -> story(scaler, intent).path("state").asText().equals("applied"));
            await().atMost(World.PATIENCE)
                    .untilAsserted(() -> assertThat(events.data("update"))
                            .extracting(it -> it.path("status").asText())
                            .contains("SUCCEEDED"));

            assertThat(events.data("progress"))
                    .extracting(it -> it.path("stage").asText())
                    .containsExactly("begun", "resizing", "resized");
            assertThat(events.data("decision"))
                    .extracting(it -> it.at("/asked/0/intent").asText())
                    .containsExactly(intent);
        }
        JsonNode entry = Sender.read(scaler.get("/history?pool=workers").body()).at("/entries/0");
        assertThat(entry.path("reason").asText()).isEqualTo("a sale begins, +2");
        assertThat(entry.at("/asked/0/source").asText()).isEqualTo("manual");
        assertThat(entry.at("/update/status").asText()).isEqualTo("SUCCEEDED");
        assertThat(entry.at("/update/seconds").asDouble()).isPositive();
        assertThat(scaler.pool("workers").path("sizes"))
                .extracting(it -> it.path("size").asInt())
                .containsExactly(2, 4, 4);
    }

    @Test
    void whatIsPausedByHandStaysPausedAfterAKillAndThePersonPasses() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        ScalerProcess first = world.scalerProcess();
        HttpResponse<String> paused = first.sender()
                .json("/pools/workers/pause", "{\"direction\":\"out\",\"reason\":\"a move\",\"by\":\"ana\"}");
        assertThat(paused.statusCode()).isEqualTo(200);
        first.killWithItsEngine();

        Sender scaler = world.scalerProcess().sender();
        scaler.json("/webhook/alertmanager", Payloads.alertmanager("workers", "delta", 2, 1));
        await().atMost(World.PATIENCE)
                .untilAsserted(() -> assertThat(scaler.pool("workers")
                                .at("/lastDecision/reason")
                                .asText())
                        .contains("paused: out, by ana: a move"));
        await().during(SEVERAL_DECISIONS).atMost(World.PATIENCE).until(() -> Cloud.size(world, "workers") == 2);

        scaler.scale("workers", "set", 3);
        Cloud.awaitSize(world, scaler, "workers", 3);
        scaler.json("/pools/workers/resume", "{}");
        scaler.json("/webhook/alertmanager", Payloads.alertmanager("workers", "delta", 2, 2));
        Cloud.awaitSize(world, scaler, "workers", 5);
    }

    @Test
    void whoseLockIsWaitedForIsToldAsItIsWaitedFor() throws Exception {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Sender scaler = world.scalerProcess().sender();
        Path lock = world.lockOf("ana");
        try (EventStream events = scaler.events()) {
            events.await("snapshot");
            scaler.scale("workers", "delta", 1);
            assertThat(events.await("progress").path("reason").asText()).contains("waiting for the lock of ana@laptop");
            await().atMost(World.PATIENCE)
                    .untilAsserted(
                            () -> assertThat(Sender.read(scaler.get("/pools").body())
                                            .at("/underWay/problem")
                                            .asText())
                                    .contains("ana@laptop"));
            Files.delete(lock);
            Cloud.awaitSize(world, scaler, "workers", 3);
        }
        assertThat(scaler.get("/metrics").body()).contains("pulumiscale_lock_wait_seconds_count 1");
    }

    @Test
    void aLogForProgramsHasTheIdsOfUpdateAndIntent() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        ScalerProcess process = world.scalerProcess("--log-format", "json");
        Sender scaler = process.sender();
        String intent = Sender.read(scaler.scale("workers", "set", 3).body())
                .at("/accepted/0/intent")
                .asText();
        Cloud.awaitSize(world, scaler, "workers", 3);
        process.awaitWritten("SUCCEEDED");
        List<JsonNode> lines = process.written()
                .lines()
                .filter(it -> it.startsWith("{"))
                .map(Sender::read)
                .toList();
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.path("formattedMessage").asText()).contains("workers 2→3");
            assertThat(line.at("/mdc/update").asText()).isEqualTo("1");
            assertThat(line.path("kvpList").toString()).contains(intent);
        });
        assertThat(process.written().lines().filter(it -> !it.startsWith("{")))
                .as("besides, what the command prints")
                .allMatch(it -> it.startsWith("listening on"));
    }

    private static JsonNode story(Sender scaler, String intent) {
        return Sender.read(scaler.get("/intents/" + intent).body());
    }
}
