package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The scaler's deployment on a real control plane, and what its service account may do there. */
@Tag("real-kubernetes")
class RealScalerDeploymentIT {
    private static final String OWN = "pulumiscale";
    private static final String POOLS = """
            workers:
              kind: kubernetes
              min: 1
              max: 10
              initial: 2
              namespace: shop
              image: workers:1
              env: {QUEUE: mail}
              ports: [8080]
              resources: {requests: {cpu: 10m, memory: 16Mi}}
              labels: {team: blue}
              rules:
                - {name: Backlog, expr: queue_length > 100, action: delta, value: 2}
            """;
    private static final String SCALER = """
            image: registry.example.com/pulumiscale:1.0
            backendUrl: s3://state
            network: {fromNamespaces: [monitoring], fromCidrs: [10.0.0.0/8], egressPorts: [3128]}
            """;

    /** The lab makes no volumes by itself. */
    private static final String VOLUME = """
            {"apiVersion": "v1", "kind": "PersistentVolume", "metadata": {"name": "journal"},
             "spec": {"capacity": {"storage": "2Gi"}, "accessModes": ["ReadWriteOnce"], "hostPath": {"path": "/tmp"}}}
            """;

    private final Lab lab = Lab.running();

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @BeforeEach
    void aNamespaceAndAVolume() {
        lab.namespace("shop");
        lab.kubectl(VOLUME, List.of("apply", "-f", "-")).succeeded();
    }

    @AfterEach
    void areGone() {
        lab.kubectl("", List.of("delete", "persistentvolume/journal", "--wait=false"));
        lab.withoutNamespace("shop");
        lab.withoutNamespace(OWN);
    }

    @Test
    void itIsReadyItsAccountMayResizeThePoolsAndNothingElseAndAllOfItGoesAgain() throws IOException {
        World world = ScalerSection.in(worlds.configured(folder, POOLS), SCALER);
        lab.environment(world.cloud().awsPort()).forEach(world::environment);
        world.person().up().succeeded();
        assertThat(lab.get("statefulset/pulumiscale", "-n", OWN)
                        .at("/status/readyReplicas")
                        .asInt())
                .isEqualTo(1);
        assertThat(lab.get("persistentvolumeclaim/pulumiscale-journal", "-n", OWN)
                        .at("/status/phase")
                        .asText())
                .isEqualTo("Bound");
        assertThat(lab.names("configmaps", "-n", OWN))
                .contains("pulumiscale-project", "pulumiscale-rules", "pulumiscale-alertmanager");

        world.environment("KUBECONFIG", kubeconfigOfTheScaler().toString());
        Sender scaler = world.scaler();
        assertThat(scaler.scale("workers", "set", 5).statusCode()).isEqualTo(202);
        await().atMost(World.PATIENCE)
                .untilAsserted(() -> assertThat(lab.running("shop", "workers"))
                        .as(scaler.get("/pools").body())
                        .isEqualTo(5));
        Cloud.awaitRemembered(scaler, "workers", 5);
        assertThat(mayThey("get", "deployments/workers", "shop")).isEqualTo("yes");
        assertThat(mayThey("patch", "deployments/workers", "shop")).isEqualTo("yes");
        assertThat(mayThey("delete", "deployments/workers", "shop")).isEqualTo("no");
        assertThat(mayThey("patch", "deployments/others", "shop")).isEqualTo("no");
        assertThat(mayThey("list", "deployments", "shop")).isEqualTo("no");
        assertThat(mayThey("get", "secrets", OWN)).isEqualTo("no");

        lab.environment(world.cloud().awsPort()).forEach(world::environment);
        assertThat(world.person().up().succeeded().output())
                .contains("unchanged")
                .doesNotContain("updated", "created", "deleted", "replaced");
        world.person().pulumi("destroy", "--yes", "--skip-preview").succeeded();
        assertThat(lab.names("namespaces")).doesNotContain(OWN);
        assertThat(lab.names("roles", "-n", "shop")).isEmpty();
        assertThat(lab.names("deployments", "-n", "shop")).isEmpty();
    }

    /** With nothing but the token that its pod would have. */
    private Path kubeconfigOfTheScaler() throws IOException {
        String token = lab.kubectl("", List.of("create", "token", "pulumiscale", "-n", OWN))
                .succeeded()
                .output()
                .strip();
        String config = lab.kubectl("", List.of("config", "view", "--raw", "-o", "json"))
                .succeeded()
                .output();
        ObjectNode root = (ObjectNode) Sender.read(config);
        root.withArray("users").get(0).withObject("/user").removeAll().put("token", token);
        return Files.writeString(folder.resolve("scaler.kubeconfig"), new YAMLMapper().writeValueAsString(root));
    }

    private String mayThey(String verb, String what, String namespace) {
        return lab.kubectl(
                        "",
                        List.of(
                                "auth",
                                "can-i",
                                verb,
                                what,
                                "-n",
                                namespace,
                                "--as",
                                "system:serviceaccount:%s:pulumiscale".formatted(OWN)))
                .output()
                .lines()
                .reduce("", (first, second) -> second);
    }
}
