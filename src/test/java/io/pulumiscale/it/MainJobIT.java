package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Alerts come in, pools follow, and a person's `pulumi up` agrees. */
class MainJobIT {
    private static final String POOLS = """
            web:
              kind: ec2
              min: 2
              max: 8
              initial: 3
              scaleOut: 2
              imageId: ami-0abcdef1234567890
              subnetIds: [subnet-1]
            nodes:
              kind: eks
              min: 1
              max: 5
              clusterName: main
              nodeRoleArn: arn:aws:iam::123456789012:role/nodes
              subnetIds: [subnet-1]
            workers:
              kind: kubernetes
              min: 1
              max: 10
              initial: 2
              image: workers:1
            """;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void theFirstUpMakesEveryPoolAtItsInitialSize() {
        World world = worlds.deployed(folder, POOLS);

        assertThat(Cloud.size(world, "web")).isEqualTo(3);
        assertThat(Cloud.size(world, "nodes")).isEqualTo(1);
        assertThat(Cloud.size(world, "workers")).isEqualTo(2);
        assertThat(world.person().sizes())
                .containsEntry("web", 3)
                .containsEntry("nodes", 1)
                .containsEntry("workers", 2);
        assertThat(world.cloud().find("aws:cloudwatch/metricAlarm:MetricAlarm", "pulumiscale-dev-web-cpu-high"))
                .isPresent();
        assertThat(world.person().up().succeeded().output()).contains("18 unchanged");
    }

    @Test
    void eachOfTheThreeSourcesScalesOutAndAPersonsUpKeepsIt() {
        World world = worlds.deployed(folder, POOLS);
        Sender scaler = world.scaler();

        assertThat(world.alarm(scaler, "pulumiscale-dev-web-cpu-high", "ALARM", Instant.now())
                        .statusCode())
                .isEqualTo(202);
        Cloud.awaitSize(world, scaler, "web", 5);
        assertThat(scaler.json("/webhook/alertmanager", Payloads.alertmanager("workers", "delta", 2, 1))
                        .statusCode())
                .isEqualTo(202);
        Cloud.awaitSize(world, scaler, "workers", 4);
        assertThat(scaler.scale("nodes", "set", 4).statusCode()).isEqualTo(202);
        Cloud.awaitSize(world, scaler, "nodes", 4);

        assertThat(world.person().up().succeeded().output()).contains("18 unchanged");
        assertThat(world.person().sizes())
                .containsEntry("web", 5)
                .containsEntry("workers", 4)
                .containsEntry("nodes", 4);
        assertThat(world.person().history().findValuesAsText("message"))
                .anyMatch(message -> message.startsWith("web 3→5: pulumiscale-dev-web-cpu-high"))
                .anyMatch(message -> message.startsWith("workers 2→4: QueueBacklog firing, +2"))
                .anyMatch(message -> message.startsWith("nodes 1→4"));
    }

    @Test
    void theSameAlertTwiceScalesOnce() {
        World world = worlds.deployed(folder, POOLS);
        Sender scaler = world.scaler();
        String alert = Payloads.alertmanager("workers", "delta", 2, 1);

        scaler.json("/webhook/alertmanager", alert);
        JsonNode again = Sender.read(scaler.json("/webhook/alertmanager", alert).body());

        assertThat(again.path("duplicates")).hasSize(1);
        Cloud.awaitSize(world, scaler, "workers", 4);
        scaler.scale("workers", "delta", 1);
        Cloud.awaitSize(world, scaler, "workers", 5);
    }

    @Test
    void sizesAreClampedAtMinAndMax() {
        World world = worlds.deployed(folder, POOLS);
        Sender scaler = world.scaler();

        scaler.scale("web", "delta", 100);
        Cloud.awaitSize(world, scaler, "web", 8);
        assertThat(scaler.pool("web").path("lastDecision").path("reason").asText())
                .contains("capped 103→8 by max");
        scaler.scale("web", "set", 0);
        Cloud.awaitSize(world, scaler, "web", 2);
        assertThat(scaler.pool("web").path("lastDecision").path("reason").asText())
                .contains("capped 0→2 by min");
    }

    @Test
    void manyAlertsOfOneMomentBecomeFewUpdates() {
        World world = worlds.deployed(folder, POOLS);
        Sender scaler = world.scaler();
        List<Integer> answers = new ArrayList<>();

        for (int event = 0; event < 30; event++) {
            answers.add(scaler.scale("workers", "set", 3 + event % 2).statusCode());
            answers.add(scaler.json("/webhook/alertmanager", Payloads.alertmanager("web", "delta", 1, event))
                    .statusCode());
        }

        assertThat(answers).containsOnly(202);
        Cloud.awaitSize(world, scaler, "workers", 4);
        await().atMost(World.PATIENCE)
                .untilAsserted(
                        () -> assertThat(scaler.pool("web").path("currentSize").asInt())
                                .isGreaterThan(3));
        assertThat(world.person().history()).hasSizeLessThanOrEqualTo(6);
    }
}
