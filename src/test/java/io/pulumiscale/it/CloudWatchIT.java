package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** SNS's messages to the packaged scaler: whose count, and in which order. */
class CloudWatchIT {
    private static final String HIGH = "pulumiscale-dev-web-cpu-high";
    private static final String POOLS = """
            web:
              kind: ec2
              min: 2
              max: 8
              initial: 3
              scaleOut: 2
              alertTtl: PT1H
              cooldownOut: PT1S
              imageId: ami-0abcdef1234567890
              subnetIds: [subnet-1]
            workers:
              kind: kubernetes
              min: 1
              max: 10
              image: workers:1
            """;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void onlyWhatTheTopicHasSignedScales() {
        World world = worlds.deployed(folder, POOLS);
        ScalerProcess process = world.scalerProcess();
        Sender scaler = process.sender();
        Instant now = Instant.now();
        String alarm = Payloads.alarm(world.topic(), HIGH, "ALARM", now);
        String signed = world.sns().notification(world.topic(), Optional.of("ALARM"), alarm);
        assertThat(process.written()).contains("WHOEVER HAS THE KEY OF");

        assertRefused(scaler.sns(signed.replace("ALARM", "OK")), 403, "not signed by SNS");
        assertRefused(
                scaler.sns(signed.replace("\"SignatureVersion\":\"2\"", "\"SignatureVersion\":\"1\"")), 403, "not 2");
        assertRefused(scaler.sns(signed.replace("\"Signature\":", "\"Sign\":")), 400, "Signature: missing");
        assertRefused(
                scaler.sns(signed.replace("https://sns.us-east-1", "https://sns.us-west-2")), 403, "SigningCertURL");
        assertRefused(
                scaler.sns(world.sns().notification(world.topic() + "2", Optional.empty(), alarm)),
                403,
                "not this stack's");
        assertThat(scaler.pool("web").path("lastDecision").isNull()).isTrue();

        assertThat(scaler.sns(world.sns().unsubscribeConfirmation(world.topic()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(scaler.get("/readyz").body()).contains("the SNS subscription was ended");

        String later = world.sns().notification(world.topic(), Optional.of("ALARM"), alarm);
        JsonNode accepted = Sender.read(scaler.sns(later).body());
        JsonNode again = Sender.read(scaler.sns(later).body());
        assertThat(accepted.path("accepted")).hasSize(1);
        assertThat(again.path("duplicates")).hasSize(1);
        assertThat(scaler.get("/readyz").body()).doesNotContain("warnings");
        await().atMost(World.PATIENCE).until(() -> scaler.currentSize("web") > 3);
    }

    @Test
    void anAlarmThatComesAfterItsEndDoesNotScaleAndAnOlderEndEndsNothing() {
        World world = worlds.deployed(folder, POOLS);
        Sender scaler = world.scaler();
        Instant now = Instant.now();

        assertThat(world.alarm(scaler, HIGH, "OK", now.minusSeconds(10)).statusCode())
                .isEqualTo(202);
        assertThat(world.alarm(scaler, HIGH, "ALARM", now.minusSeconds(20)).statusCode())
                .isEqualTo(202);
        scaler.scale("workers", "set", 2);
        Cloud.awaitSize(world, scaler, "workers", 2);
        assertThat(scaler.currentSize("web"))
                .as("the alarm was over before it came")
                .isEqualTo(3);

        assertThat(world.alarm(scaler, HIGH, "ALARM", now.minusSeconds(5)).statusCode())
                .isEqualTo(202);
        assertThat(world.alarm(scaler, HIGH, "INSUFFICIENT_DATA", now.minusSeconds(8))
                        .statusCode())
                .isEqualTo(202);
        Cloud.awaitSize(world, scaler, "web", 8);
        assertThat(world.person().history().findValuesAsText("message"))
                .as("it goes on firing")
                .anyMatch(message -> message.startsWith("web 5→7"));

        assertThat(world.alarm(scaler, HIGH, "OK", now).statusCode()).isEqualTo(202);
        scaler.scale("web", "set", 2);
        Cloud.awaitSize(world, scaler, "web", 2);
        scaler.scale("workers", "set", 3);
        Cloud.awaitSize(world, scaler, "workers", 3);
        assertThat(scaler.currentSize("web")).as("the alarm is over").isEqualTo(2);
    }

    private static void assertRefused(HttpResponse<String> response, int status, String why) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains(why);
    }
}
