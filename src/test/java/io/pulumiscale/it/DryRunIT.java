package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What would be decided is told, and nothing at all is written. */
class DryRunIT {
    private static final Duration SEVERAL_DECISIONS = Duration.ofSeconds(3);

    private static final String THREE = "{\"action\":\"set\",\"value\":3}";

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void aRehearsalTellsTheDecisionAndLeavesJournalStackAndCloudAlone() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Sender scaler = world.scalerProcess().sender();
        assertThat(scaler.json("/scale/workers", THREE, "the-same").statusCode())
                .isEqualTo(202);
        Cloud.awaitSize(world, scaler, "workers", 3);
        await().until(() -> scaler.lastUpdate("workers").path("status").asText().equals("SUCCEEDED"));
        JournalFile journal = new JournalFile(world.journalFile());
        Map<String, List<Map<String, Object>>> rows = journal.rows();
        JsonNode history = world.person().history();
        JsonNode state = world.stateFile();

        JsonNode byHand = told(scaler.json("/scale/workers?dryRun=true", "{\"action\":\"delta\",\"value\":20}"));
        JsonNode again = told(scaler.json("/scale/workers?dryRun=true", THREE, "the-same"));
        JsonNode byAlert = told(
                scaler.json("/webhook/alertmanager?dryRun=true", Payloads.alertmanager("mailers", "percent", 100, 1)));

        assertThat(again.at("/decisions/0/type").asText()).isEqualTo("duplicate");
        assertDecision(byHand, "workers", 3, 10, "capped 23→10 by max");
        assertDecision(byAlert, "mailers", 2, 4, "QueueBacklog firing, +100%");
        await().during(SEVERAL_DECISIONS)
                .atMost(World.PATIENCE)
                .untilAsserted(() -> assertThat(journal.rows()).isEqualTo(rows));
        assertThat(world.person().history()).isEqualTo(history);
        assertThat(world.stateFile()).isEqualTo(state);
        assertThat(List.of(Cloud.size(world, "workers"), Cloud.size(world, "mailers")))
                .containsExactly(3, 2);
    }

    private static void assertDecision(JsonNode told, String pool, int from, int to, String reason) {
        assertThat(told.path("dryRun").asBoolean()).isTrue();
        JsonNode decision = told.path("decisions").path(0);
        assertThat(decision.path("pool").asText()).isEqualTo(pool);
        assertThat(decision.path("type").asText()).isEqualTo("resize");
        assertThat(decision.path("from").asInt()).isEqualTo(from);
        assertThat(decision.path("to").asInt()).isEqualTo(to);
        assertThat(decision.path("reason").asText()).contains(reason);
    }

    private static JsonNode told(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Sender.read(response.body());
    }
}
