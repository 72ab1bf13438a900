package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A large resize waits for a person's word, on a running scaler. */
class ApprovalIT {
    private static final Duration SEVERAL_DECISIONS = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void aLargeResizeWaitsAndThePersonsWordCarriesItOut() {
        World world = worlds.deployed(folder, pools("PT1H"));
        Sender scaler = world.scalerProcess().sender();

        assertThat(scaler.json("/webhook/alertmanager", Payloads.alertmanager("workers", "delta", 5, 1))
                        .statusCode())
                .isEqualTo(202);

        JsonNode approval = awaitApproval(scaler);
        assertThat(approval.path("pool").asText()).isEqualTo("workers");
        assertThat(approval.path("from").asInt()).isEqualTo(2);
        assertThat(approval.path("to").asInt()).isEqualTo(7);
        assertThat(approval.path("status").asText()).isEqualTo("waiting");
        assertThat(approval.path("reason").asText()).contains("QueueBacklog firing, +5");
        await().during(SEVERAL_DECISIONS).atMost(World.PATIENCE).until(() -> Cloud.size(world, "workers") == 2);
        assertThat(scaler.pool("workers").path("updates")).isEmpty();

        assertThat(approve(scaler, approval).statusCode()).isEqualTo(202);

        Cloud.awaitSize(world, scaler, "workers", 7);
        assertThat(world.person().sizes()).containsEntry("workers", 7);
        assertThat(approvals(scaler)).isEmpty();
        assertThat(approve(scaler, approval).statusCode())
                .as("the word again is no second resize")
                .isEqualTo(202);
        assertThat(scaler.pool("workers").path("updates")).hasSize(1);
    }

    @Test
    void whatNobodyApprovesExpiresAndTheWordComesTooLate() {
        World world = worlds.deployed(folder, pools("PT3S"));
        Sender scaler = world.scalerProcess().sender();
        assertThat(scaler.scale("workers", "delta", 6).statusCode()).isEqualTo(202);
        JsonNode approval = awaitApproval(scaler);

        await().atMost(World.PATIENCE)
                .untilAsserted(() -> assertThat(scaler.pool("workers")
                                .path("lastDecision")
                                .path("reason")
                                .asText())
                        .contains("expired"));

        HttpResponse<String> late = approve(scaler, approval);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("expired at");
        assertThat(approvals(scaler)).isEmpty();
        assertThat(scaler.scale("workers", "delta", 2).statusCode())
                .as("what needs nobody's word goes on")
                .isEqualTo(202);
        Cloud.awaitSize(world, scaler, "workers", 4);
    }

    @Test
    void whatAPersonDeclinesIsNotAskedForAgainByTheSameAlertAlsoAfterARestart() {
        World world = worlds.deployed(folder, pools("PT1H"));
        ScalerProcess first = world.scalerProcess();
        Sender scaler = first.sender();
        scaler.json("/webhook/alertmanager", Payloads.alertmanager("workers", "delta", 5, 1));
        String path = "/approvals/" + awaitApproval(scaler).path("id").asLong();

        HttpResponse<String> declined = scaler.json(path + "/decline", "{\"reason\":\"not tonight\",\"by\":\"ana\"}");
        assertThat(declined.statusCode()).as(declined.body()).isEqualTo(200);
        assertThat(scaler.json(path, "").body()).contains("it was declined by ana: not tonight");
        await().atMost(World.PATIENCE)
                .untilAsserted(() -> assertThat(
                                Sender.read(scaler.get("/history").body()).path("entries"))
                        .extracting(it -> it.path("reason").asText())
                        .containsExactly(
                                "QueueBacklog firing, +5; 2→7 declined by ana: not tonight",
                                "2→7 declined by ana: not tonight; it was QueueBacklog firing, +5"));
        first.close();

        Sender again = world.scalerProcess().sender();
        again.json("/webhook/alertmanager", Payloads.alertmanager("workers", "delta", 5, 1));
        await().during(SEVERAL_DECISIONS)
                .atMost(World.PATIENCE)
                .until(() -> approvals(again).isEmpty() && Cloud.size(world, "workers") == 2);
        assertThat(again.pool("workers").at("/declined/reason").asText()).isEqualTo("not tonight");
        assertThat(again.pool("workers").path("updates")).isEmpty();
        assertThat(again.scale("workers", "delta", 1).statusCode())
                .as("what needs nobody's word goes on")
                .isEqualTo(202);
        Cloud.awaitSize(world, again, "workers", 3);
    }

    private static JsonNode awaitApproval(Sender scaler) {
        return await().atMost(World.PATIENCE)
                .until(() -> approvals(scaler), approvals -> !approvals.isEmpty())
                .path(0);
    }

    private static JsonNode approvals(Sender scaler) {
        return Sender.read(scaler.get("/approvals").body()).path("approvals");
    }

    private static HttpResponse<String> approve(Sender scaler, JsonNode approval) {
        return scaler.json("/approvals/" + approval.path("id").asLong(), "");
    }

    private static String pools(String ttl) {
        return """
                workers:
                  kind: kubernetes
                  min: 1
                  max: 10
                  initial: 2
                  image: workers:1
                  approvalAbove: 2
                  approvalTtl: %s
                """.formatted(ttl);
    }
}
