package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The program's Kubernetes side against a real control plane, by Pulumi's own provider. */
@Tag("real-kubernetes")
class RealKubernetesIT {
    private static final String NAMESPACE = "shop";
    private static final String POOLS = """
            workers:
              kind: kubernetes
              min: 1
              max: 10
              initial: 2
              scaleOut: 3
              scaleIn: 3
              namespace: shop
              image: workers:1
            web:
              kind: ec2
              min: 2
              max: 8
              initial: 3
              imageId: ami-0abcdef1234567890
              subnetIds: [subnet-1]
            """;

    private final Lab lab = Lab.running();

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @BeforeEach
    void aNamespace() {
        lab.namespace(NAMESPACE);
    }

    @AfterEach
    void isGone() {
        lab.withoutNamespace(NAMESPACE);
    }

    @Test
    void aDeploymentGrowsAndShrinksByAlertsIsLeftAloneByUpAndGoneAfterDestroy() {
        World world = worlds.configured(folder, POOLS);
        lab.environment(world.cloud().awsPort()).forEach(world::environment);
        world.person().up().succeeded();
        awaitPods(2);

        Sender scaler = world.scaler();
        assertThat(alert(scaler, "Backlog", "scaleOut").statusCode()).isEqualTo(202);
        awaitPods(5);
        Cloud.awaitRemembered(scaler, "workers", 5);
        assertThat(alert(scaler, "Idle", "scaleIn").statusCode()).isEqualTo(202);
        awaitPods(2);
        Cloud.awaitRemembered(scaler, "workers", 2);

        assertThat(world.person().history().path(0).path("message").asText()).isEqualTo("workers 5→2: Idle firing, -3");
        Person.Said up = world.person().up().succeeded();
        assertThat(up.output()).contains("unchanged").doesNotContain("updated", "created", "deleted");
        assertThat(lab.running(NAMESPACE, "workers")).isEqualTo(2);

        world.person().pulumi("destroy", "--yes", "--skip-preview").succeeded();
        awaitNo("deployments"); // deleted in the foreground: it stays until its pods are gone
        awaitNo("pods");
        assertThat(world.cloud().resources()).isEmpty();
    }

    @Test
    void whatSomebodyElseHasScaledIsTakenBackByTheNextResizeAlone() {
        World world = worlds.configured(folder, POOLS);
        lab.environment(world.cloud().awsPort()).forEach(world::environment);
        world.person().up().succeeded();
        lab.kubectl("", List.of("scale", "deployment/workers", "--replicas=7", "-n", NAMESPACE))
                .succeeded();
        awaitPods(7);

        Sender scaler = world.scaler();
        assertThat(scaler.scale("workers", "set", 3).statusCode()).isEqualTo(202);

        awaitPods(3);
        Cloud.awaitRemembered(scaler, "workers", 3);
        world.person().pulumi("destroy", "--yes", "--skip-preview").succeeded();
    }

    @Test
    void theDoctorFindsTheClusterAndThePlugin() {
        World world = worlds.configured(folder, POOLS);
        lab.environment(world.cloud().awsPort()).forEach(world::environment);
        world.person().up().succeeded();

        Person.Said doctor = world.pulumiscale("doctor");

        assertThat(doctor.code()).as(doctor.output()).isZero();
        assertThat(doctor.output())
                .containsPattern("ok +cluster +https://127.0.0.1:\\d+ \\(.*context lab\\) answers")
                .containsPattern("ok +plugins +.*kubernetes is /.*/pulumi-resource-kubernetes")
                .containsPattern("ok +clock +as that of the cluster")
                .containsPattern("ok +preview +pools that could be resized: 2");
        world.person().pulumi("destroy", "--yes", "--skip-preview").succeeded();
    }

    private void awaitPods(int number) {
        await().atMost(World.PATIENCE).untilAsserted(() -> {
            JsonNode deployment = lab.get("deployment/workers", "-n", NAMESPACE);
            assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(number);
            assertThat(lab.running(NAMESPACE, "workers")).isEqualTo(number);
        });
    }

    private void awaitNo(String what) {
        await().atMost(World.PATIENCE)
                .untilAsserted(
                        () -> assertThat(lab.names(what, "-n", NAMESPACE)).isEmpty());
    }

    private static java.net.http.HttpResponse<String> alert(Sender scaler, String name, String action) {
        return scaler.json("/webhook/alertmanager", """
                {"version":"4","status":"firing","alerts":[{"status":"firing",
                 "labels":{"alertname":"%s","pool_name":"workers"},
                 "annotations":{"pulumiscale_action":"%s"},
                 "startsAt":"2026-11-25T10:00:00Z","fingerprint":"%s"}]}
                """.formatted(name, action, name));
    }
}
