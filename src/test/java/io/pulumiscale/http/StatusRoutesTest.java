package io.pulumiscale.http;

import static io.pulumiscale.http.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusRoutesTest {
    private final Door door = new Door();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void poolsShowSizesDecisionsAndRecentUpdates() {
        JsonNode answer = Door.json(door.get("/pools"));
        assertThat(answer.path("readiness").textValue()).isEqualTo("ready");
        JsonNode web = answer.at("/pools/0");
        assertThat(web.toString())
                .isEqualTo("{\"name\":\"web\",\"kind\":\"ec2\",\"minSize\":1,\"maxSize\":9,\"currentSize\":2,"
                        + "\"desiredSize\":5,\"stale\":false,\"stalled\":true,\"lastDecision\":{\"id\":4,"
                        + "\"at\":\"2026-11-20T09:00:00Z\",\"type\":\"resize\",\"from\":2,\"to\":5,"
                        + "\"reason\":\"HighCPU firing, +3\",\"intents\":[\"i1\"]},\"bounds\":{\"min\":1,\"max\":9},"
                        + "\"cooldown\":{\"out\":\"2026-11-20T09:01:00Z\",\"in\":null},"
                        + "\"backoff\":{\"out\":null,\"in\":\"2026-11-20T09:00:30Z\"},"
                        + "\"paused\":{\"now\":\"none\",\"configured\":\"none\",\"words\":[]},"
                        + "\"firing\":[{\"alert\":\"alertmanager/1\",\"source\":\"alertmanager\",\"change\":\"+3\","
                        + "\"reason\":\"HighCPU firing, +3\",\"since\":\"2026-11-20T09:00:00Z\","
                        + "\"heardAt\":\"2026-11-20T09:00:01Z\",\"expiresAt\":\"2026-11-20T10:00:01Z\",\"counts\":true}],"
                        + "\"waitingIntents\":1,\"approval\":null,\"declined\":null}");
        JsonNode workers = answer.at("/pools/1");
        assertThat(workers.path("currentSize").isNull()).isTrue();
        assertThat(workers.path("stale").booleanValue()).isTrue();
        assertThat(answer.at("/updates/0").toString())
                .isEqualTo("{\"id\":7,\"status\":\"STALLED\",\"message\":\"web 2→5: HighCPU firing, +3\","
                        + "\"attempts\":10,\"problem\":\"the lock is held\",\"engineVersion\":\"3.255.0\",\"stackVersion\":null,"
                        + "\"plannedAt\":\"2026-11-20T09:00:00Z\",\"startedAt\":\"2026-11-20T09:00:01Z\","
                        + "\"endedAt\":\"2026-11-20T09:00:09Z\",\"seconds\":8.0}");
    }

    @Test
    void theStacksPageIsToldWhereThereIsOne() {
        assertThat(Door.json(door.get("/pools")).path("stackPage").isNull()).isTrue();
        door.scaler.shownAt("https://app.pulumi.com/acme/shop/prod");
        assertThat(Door.json(door.get("/pools")).path("stackPage").textValue())
                .isEqualTo("https://app.pulumi.com/acme/shop/prod");
    }

    @Test
    void onePoolShowsItsOwnUpdatesOnly() {
        JsonNode web = Door.json(door.get("/pools/web"));
        assertThat(web.path("name").textValue()).isEqualTo("web");
        assertThat(web.path("updates")).hasSize(1);
        assertThat(Door.json(door.get("/pools/workers")).path("updates")).isEmpty();
        assertProblem(door.get("/pools/wbe"), 404, "there are web, workers");
    }

    @Test
    void healthNeedsNoToken() {
        assertThat(door.sendBare("/healthz", it -> it.GET()).body()).isEqualTo("{\"status\":\"alive\"}\n");
        assertThat(door.sendBare("/readyz", it -> it.GET()).statusCode()).isEqualTo(200);
        assertThat(door.sendBare("/healthz", it -> it.DELETE()).headers().firstValue("Allow"))
                .contains("GET, HEAD");
    }

    @Test
    void notReadyIsAliveAllTheSame() {
        door.scaler.notReady("no engine");
        assertThat(door.sendBare("/healthz", it -> it.GET()).statusCode()).isEqualTo(200);
        assertProblem(door.sendBare("/readyz", it -> it.GET()), 503, "no engine");
        assertThat(Door.json(door.get("/pools")).path("readiness").textValue()).isEqualTo("no engine");
    }

    @Test
    void whatKeepsEverythingFromBeingScaledIsShown() {
        assertThat(Door.json(door.get("/pools")).path("problem").isNull()).isTrue();
        door.scaler.problem("the backend is away");
        JsonNode pools = Door.json(door.get("/pools"));
        assertThat(pools.path("problem").textValue()).isEqualTo("the backend is away");
        assertThat(pools.path("readiness").textValue()).as("alerts are taken").isEqualTo("ready");
    }

    @Test
    void headIsGetWithoutTheBody() {
        HttpResponse<String> head = door.send("/pools", it -> it.method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
    }

    @Test
    void anUnknownPathIsNotFound() {
        assertProblem(door.get("/nowhere"), 404, "nothing at this path");
        assertProblem(door.get("/pools/"), 404, "nothing at this path");
        assertProblem(door.get("/dashboard/nothing.js"), 404, "nothing at this path");
    }

    @Test
    void theServerDoesNotNameItself() {
        HttpResponse<String> response = door.get("/pools");
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    }
}
