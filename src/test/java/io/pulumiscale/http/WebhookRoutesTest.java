package io.pulumiscale.http;

import static io.pulumiscale.http.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulumiscale.journal.JournalException;
import io.pulumiscale.journal.JournalFull;
import io.pulumiscale.model.ScalingIntent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated // captures the log
class WebhookRoutesTest {
    private static final String GROUP = payload("alertmanager-firing.json");
    private final Door door = new Door();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void anAlertmanagerGroupIsAcceptedAndThenADuplicate() {
        JsonNode first = accepted(door.post("/webhook/alertmanager", "application/json; charset=utf-8", GROUP));
        JsonNode again = accepted(door.post("/webhook/alertmanager", "application/json", GROUP));
        String id = door.scaler.kept().get(0).id().value();
        assertThat(first.at("/accepted/0"))
                .isEqualTo(json("{\"intent\":\"" + id + "\",\"pool\":\"workers\",\"change\":\"+2\"}"));
        assertThat(first.path("duplicates")).isEmpty();
        assertThat(first.at("/resolved/0/pool").textValue()).isEqualTo("web");
        assertThat(again.path("accepted")).isEmpty();
        assertThat(again.at("/duplicates/0/intent").textValue()).isEqualTo(id);
        assertThat(door.scaler.kept()).hasSize(1);
    }

    @Test
    void whatIsIgnoredIsSaid() {
        JsonNode answer = accepted(
                door.post("/webhook/alertmanager", "application/json", GROUP.replace("\"workers\"", "\"nowhere\"")));
        assertThat(answer.path("ignored"))
                .containsExactly(json("{\"at\":\"alerts[0]\",\"reason\":\"no pool \\\"nowhere\\\"\"}"));
    }

    /** Configured with {@code path_prefix: /webhook/alertmanager}, it appends the rest. */
    @Test
    void prometheusFindsItsOwnPath() {
        String alert = """
                [{"labels":{"alertname":"A","pool_name":"web"},"annotations":{"pulumiscale_value":"1"},
                  "startsAt":"2026-11-20T09:30:00Z","endsAt":"2026-11-20T09:36:00Z","generatorURL":"x"},
                 {"labels":{"alertname":"Watchdog"},
                  "startsAt":"2026-11-20T09:30:00Z","endsAt":"2026-11-20T09:36:00Z","generatorURL":"x"}]
                """;
        JsonNode answer = accepted(door.post("/webhook/alertmanager/api/v2/alerts", "application/json", alert));
        assertThat(answer.at("/accepted/0/pool").textValue()).isEqualTo("web");
        assertThat(answer.path("ignored")).containsExactly(json("{\"at\":\"[1]\",\"reason\":\"no label pool_name\"}"));
        assertThat(accepted(door.post("/webhook/alertmanager", "application/json", alert))
                        .path("duplicates"))
                .as("either path is the same route")
                .hasSize(1);
    }

    @Test
    void unknownPoolsAreWarnedOfOnceAndCounted() {
        String stray = GROUP.replace("\"workers\"", "\"nowhere\"");
        try (CapturedLog log = new CapturedLog()) {
            for (int i = 0; i < 3; i++) {
                accepted(door.post("/webhook/alertmanager", "application/json", stray));
                door.clock.step(Duration.ofMinutes(1));
            }
            assertThat(log.messages(Level.WARN))
                    .containsExactly("no pool \"nowhere\": such alerts are ignored; GET /pools counts them");
        }
        assertThat(Door.json(door.get("/pools")).path("unknownPools"))
                .containsExactly(json("{\"pool\":\"nowhere\",\"alerts\":3,\"firstAt\":\"2026-11-20T09:32:00Z\","
                        + "\"lastAt\":\"2026-11-20T09:34:00Z\"}"));
    }

    @Test
    void aDryRunCountsNothing() {
        String stray = GROUP.replace("\"workers\"", "\"nowhere\"");
        JsonNode answer = Door.json(door.post("/webhook/alertmanager?dryRun=true", "application/json", stray));
        assertThat(answer.at("/ignored/0/reason").textValue()).isEqualTo("no pool \"nowhere\"");
        assertThat(Door.json(door.get("/pools")).path("unknownPools")).isEmpty();
    }

    @Test
    void whatAlertmanagerHasLeftOutIsAnsweredAndWarnedOf() {
        try (CapturedLog log = new CapturedLog()) {
            JsonNode answer = accepted(door.post(
                    "/webhook/alertmanager",
                    "application/json",
                    GROUP.replace("\"truncatedAlerts\":0", "\"truncatedAlerts\":7")));
            assertThat(answer.at("/ignored/0/at").textValue()).isEqualTo("truncatedAlerts");
            assertThat(answer.path("accepted")).hasSize(1);
            assertThat(log.messages(Level.WARN)).anyMatch(it -> it.contains("7 more alerts of the group"));
        }
    }

    @Test
    void anAlarmComesInASnsEnvelopeAsPlainText() {
        JsonNode answer =
                accepted(door.post("/webhook/cloudwatch", "text/plain; charset=UTF-8", notification(FakeScaler.TOPIC)));
        assertThat(answer.at("/accepted/0/change").textValue()).isEqualTo("+3");
        assertThat(door.scaler.kept()).extracting(ScalingIntent::pool).containsExactly("web");
    }

    @Test
    void anEnvelopeMayComeAsJsonOrWithoutAType() {
        accepted(door.post("/webhook/cloudwatch", "application/json", notification(FakeScaler.TOPIC)));
        accepted(door.send(
                "/webhook/cloudwatch", it -> it.POST(BodyPublishers.ofString(notification(FakeScaler.TOPIC)))));
    }

    @Test
    void anotherTopicIsForbidden() {
        assertProblem(
                door.post("/webhook/cloudwatch", "text/plain", notification("arn:aws:sns:us-east-1:1:other")),
                403,
                "arn:aws:sns:us-east-1:1:other");
        assertThat(door.scaler.kept()).isEmpty();
    }

    @Test
    void rawDeliveryIsRefused() {
        assertProblem(
                door.send(
                        "/webhook/cloudwatch",
                        it -> it.header("x-amz-sns-rawdelivery", "true")
                                .POST(BodyPublishers.ofString(payload("cloudwatch-alarm-message.json")))),
                400,
                "raw message delivery");
    }

    @Test
    void whatIsMalformedIsSaidByPath() {
        JsonNode problem = assertProblem(
                door.post("/webhook/alertmanager", "application/json", "{\"alerts\":[{\"labels\":{}}]}"),
                400,
                "alerts[0].labels.pool_name: missing");
        assertThat(problem.path("errors").get(0))
                .isEqualTo(json("{\"at\":\"alerts[0].labels.pool_name\",\"problem\":\"missing\"}"));
        assertProblem(door.post("/webhook/alertmanager", "application/json", ""), 400, "body: empty");
        assertProblem(door.post("/webhook/cloudwatch", "text/plain", ""), 400, "body: empty");
        assertProblem(door.post("/webhook/cloudwatch", "text/plain", "hello"), 400, "Unrecognized token");
    }

    @Test
    void aTypeThatIsNotReadIsRefused() {
        assertProblem(door.post("/webhook/alertmanager", "text/plain", GROUP), 415, "application/json");
        assertProblem(door.post("/webhook/alertmanager", "application/json;charset=utf-16", GROUP), 415, "UTF-8");
        assertProblem(door.post("/webhook/cloudwatch", "application/xml", "<a/>"), 415, "text/plain");
        assertProblem(
                door.send("/webhook/alertmanager", it -> it.POST(BodyPublishers.ofString(GROUP))),
                415,
                "application/json");
        assertProblem(
                door.send(
                        "/webhook/alertmanager",
                        it -> it.header("Content-Encoding", "gzip")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(GROUP))),
                415,
                "Content-Encoding");
    }

    @Test
    void whileNotReadyTheSenderIsToTryAgain() {
        door.scaler.notReady("the stack was not read yet");
        HttpResponse<String> response = door.post("/webhook/alertmanager", "application/json", GROUP);
        assertProblem(response, 503, "the stack was not read yet");
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void whenTooMuchWaitsTheSenderIsToTryAgain() {
        door.scaler.failWith(new JournalFull(10_000));
        HttpResponse<String> response = door.post("/webhook/alertmanager", "application/json", GROUP);
        assertProblem(response, 503, "nothing was kept: 10000 intents wait to be decided");
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void whenTheJournalFailsTheSenderIsToTryAgain() {
        door.scaler.failWith(new JournalException("disk full at the internal path", new IOException("x")));
        HttpResponse<String> response = door.post("/webhook/alertmanager", "application/json", GROUP);
        assertProblem(response, 503, "nothing was kept");
        assertThat(response.body()).doesNotContain("disk");
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void anErrorOfOursShowsNothingButItsId() {
        door.scaler.failWith(new IllegalStateException("internal detail"));
        HttpResponse<String> response = door.post("/webhook/alertmanager", "application/json", GROUP);
        assertThat(assertProblem(response, 500, "the log has it as ")
                        .path("detail")
                        .textValue())
                .matches(".* as [0-9a-f]{16}");
        assertThat(response.body()).doesNotContain("internal detail").doesNotContain("Exception");
    }

    @Test
    void anErrorOfTheMachinesIsAnsweredAllTheSame() {
        door.scaler.breakWith(new StackOverflowError());
        assertProblem(door.post("/webhook/alertmanager", "application/json", GROUP), 500, "the log has it as ");
    }

    private static JsonNode accepted(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        return Door.json(response);
    }

    private static String notification(String topic) {
        return SnsPosts.notification(topic, payload("cloudwatch-alarm-message.json"));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String payload(String name) {
        try (InputStream in = WebhookRoutesTest.class.getResourceAsStream("/payloads/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
