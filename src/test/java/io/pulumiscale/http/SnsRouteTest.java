package io.pulumiscale.http;

import static io.pulumiscale.http.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.webhook.CannotTellNow;
import io.pulumiscale.webhook.SnsMessage.SubscriptionConfirmation;
import io.pulumiscale.webhook.UntrustedMessage;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What becomes of SNS's messages, by whether they are believed. */
@Isolated // captures the log
class SnsRouteTest {
    private static final String SNS = "/webhook/cloudwatch";
    private static final String SUBSCRIBED =
            SnsPosts.confirmation("SubscriptionConfirmation", "2026-11-20T09:31:00.000Z");
    private static final String UNSUBSCRIBED =
            SnsPosts.confirmation("UnsubscribeConfirmation", "2026-11-20T09:31:30.000Z");

    private final Door door = new Door();
    private final List<SubscriptionConfirmation> confirmed = new ArrayList<>();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void whatIsNotBelievedIsForbiddenAndNothingIsKeptOrConfirmed() {
        door.scaler.confirmBy(confirmed::add);
        door.scaler.verifyBy(envelope -> {
            throw new UntrustedMessage("not signed by SNS");
        });
        for (String body : List.of(alarm("ALARM"), alarm("OK"), SUBSCRIBED, UNSUBSCRIBED)) {
            assertProblem(post(body), 403, "not signed by SNS");
        }
        assertThat(door.scaler.kept()).isEmpty();
        assertThat(confirmed).isEmpty();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void whatCannotBeToldNowIsToBeSentAgain() {
        door.scaler.verifyBy(envelope -> {
            throw new CannotTellNow("SNS's certificate cannot be fetched");
        });
        HttpResponse<String> response = post(alarm("ALARM"));
        assertProblem(response, 503, "cannot be fetched");
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
        assertThat(door.scaler.kept()).isEmpty();
    }

    @Test
    void whileTheTopicIsNotKnownEverythingIsToBeSentAgain() {
        door.scaler.withoutTopic();
        assertProblem(post(alarm("ALARM")), 503, "topic is not known");
        assertThat(door.scaler.kept()).isEmpty();
    }

    @Test
    void whatIsAnHourOldIsRefused() {
        door.clock.step(Duration.ofHours(2));
        assertProblem(post(alarm("ALARM")), 403, "more than an hour ago");
    }

    @Test
    void aMessageThatComesAgainIsTheDuplicateThatItIs() {
        assertThat(post(alarm("ALARM")).statusCode()).isEqualTo(202);
        HttpResponse<String> again = post(alarm("ALARM"));
        assertThat(again.statusCode()).as("SNS is content").isEqualTo(202);
        assertThat(Door.json(again).path("accepted")).isEmpty();
        assertThat(Door.json(again).path("duplicates")).hasSize(1);
        assertThat(door.scaler.kept()).hasSize(1);
    }

    @Test
    void aSubscriptionIsConfirmedAndTheTokenIsInNoLog() {
        door.scaler.confirmBy(confirmed::add);
        try (CapturedLog log = new CapturedLog()) {
            HttpResponse<String> response = post(SUBSCRIBED);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).contains("SubscriptionConfirmation").doesNotContain("70cec");
            assertThat(log.messages(Level.TRACE))
                    .anyMatch(line -> line.contains("is confirmed"))
                    .noneMatch(line -> line.contains("70cec"));
        }
        assertThat(confirmed).extracting(SubscriptionConfirmation::token).containsExactly("70cec");
    }

    @Test
    void aConfirmationThatSnsDoesNotTakeIsToBeSentAgain() {
        door.scaler.confirmBy(confirmation -> {
            throw new CannotTellNow("SNS did not take the confirmation");
        });
        assertProblem(post(SUBSCRIBED), 503, "did not take");
    }

    @Test
    void aDryRunConfirmsNothing() {
        door.scaler.confirmBy(confirmed::add);
        assertThat(door.post(SNS + "?dryRun=true", "text/plain", SUBSCRIBED).statusCode())
                .isEqualTo(200);
        assertThat(door.post(SNS + "?dryRun=true", "text/plain", UNSUBSCRIBED).statusCode())
                .isEqualTo(200);
        assertThat(confirmed).isEmpty();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void whoeverLooksSeesThatTheSubscriptionWasEndedUntilTheTopicSendsAgain() {
        post(alarm("OK"));
        assertThat(post(UNSUBSCRIBED).statusCode()).isEqualTo(200);
        assertThat(warnings())
                .singleElement()
                .extracting(JsonNode::textValue)
                .asString()
                .contains("was ended at 2026-11-20T09:31:30Z");
        assertThat(door.sendBare("/readyz", it -> it.GET()).body())
                .startsWith("{\"status\":\"ready\",\"warnings\":[\"the SNS subscription was ended")
                .doesNotContain("123456789012");

        post(SUBSCRIBED);
        assertThat(warnings()).as("sent before the end").isNotEmpty();
        post(SnsPosts.confirmation("SubscriptionConfirmation", "2026-11-20T09:31:31.000Z"));
        assertThat(warnings()).isEmpty();
        assertThat(door.sendBare("/readyz", it -> it.GET()).body()).isEqualTo("{\"status\":\"ready\"}\n");
    }

    @Test
    void aHeaderCannotSayAnotherThingThanTheSignedBody() {
        assertProblem(
                door.send(
                        SNS,
                        it -> it.header("x-amz-sns-message-type", "Notification")
                                .POST(BodyPublishers.ofString(UNSUBSCRIBED))),
                400,
                "Type: the header");
        assertThat(warnings()).isEmpty();
    }

    private JsonNode warnings() {
        return Door.json(door.get("/pools")).path("warnings");
    }

    private HttpResponse<String> post(String body) {
        return door.post(SNS, "text/plain; charset=UTF-8", body);
    }

    private static String alarm(String state) {
        return SnsPosts.notification(FakeScaler.TOPIC, """
                {"AlarmName":"pulumiscale-dev-web-cpu-high","NewStateValue":"%s",
                 "AlarmArn":"arn:aws:cloudwatch:us-east-1:123456789012:alarm:pulumiscale-dev-web-cpu-high",
                 "StateChangeTime":"2026-11-20T09:31:12.004+0000"}""".formatted(state));
    }
}
