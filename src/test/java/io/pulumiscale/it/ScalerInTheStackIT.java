package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.pulumiscale.local.Match;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The scaler is a part of the stack that it scales, and never of its own updates. */
class ScalerInTheStackIT {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String PASSPHRASE = "correct horse battery";
    private static final String POOLS = Pools.WEB + """
            workers:
              kind: kubernetes
              min: 1
              max: 10
              initial: 2
              image: workers:1
              rules:
                - {name: Backlog, expr: queue_length > 100, action: delta, value: 2}
            """;
    private static final String SCALER = """
            image: registry.example.com/pulumiscale:1.0
            backendUrl: s3://state
            ingress: {host: scaler.example.com, tlsSecret: scaler-tls}
            monitoring: {prometheusOperator: true, serviceMonitor: true}
            aws: {oidcProviderArn: 'arn:aws:iam::123456789012:oidc-provider/oidc.example.com/id/AB'}
            """;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void itsOwnUpdatesLeaveItAlone() throws IOException {
        World world = configured();
        world.person().up().succeeded();
        Map<String, JsonNode> before = scaler(world);
        assertThat(before).hasSizeGreaterThan(15);
        int operations = world.cloud().operations().size();

        Sender scaler = world.scaler();
        scaler.scale("workers", "delta", 3);
        Cloud.awaitSize(world, scaler, "workers", 5);
        scaler.scale("web", "delta", 2);
        Cloud.awaitSize(world, scaler, "web", 5);

        assertThat(world.cloud()
                        .operations()
                        .subList(operations, world.cloud().operations().size()))
                .extracting(operation ->
                        operation.name().replaceFirst("-[0-9a-f]{7}$", "")) // the group's has a suffix of the engine's
                .containsExactly("workers", "web");
        assertThat(scaler.lastUpdate("web").path("problem").isNull()).isTrue();
        assertThat(plain(scaler(world))).isEqualTo(plain(before));
        assertThat(world.person().up().succeeded().output())
                .contains("unchanged")
                .doesNotContain("updated", "replaced", "created", "deleted");
    }

    @Test
    void noSecretIsInTheStateInPlainAndNothingIsLeftAfterDestroy() throws IOException {
        World world = configured();
        world.person().up().succeeded();
        String state = world.stateFile().toString();
        for (String secret : List.of(PASSPHRASE, World.TOKEN)) {
            assertThat(state).doesNotContain(secret, encoded(secret));
        }
        assertThat(world.cloud().property("kubernetes:core/v1:Secret", "scaler-token", "data.token"))
                .contains(encoded(World.TOKEN));

        world.person().pulumi("destroy", "--yes", "--skip-preview").succeeded();
        assertThat(world.cloud().resources()).isEmpty();
    }

    /** Its pods come after what they need, and whoever calls them comes after all of it. */
    @Test
    void itsPodsWaitForWhatTheyNeed() throws IOException {
        World world = configured();
        world.person().up().succeeded();
        assertThat(names(Objects.requireNonNull(scaler(world).get("kubernetes:apps/v1:StatefulSet scaler"))
                        .path("dependencies")))
                .contains(
                        "kubernetes:core/v1:ServiceAccount scaler",
                        "kubernetes:core/v1:ConfigMap scaler-project",
                        "kubernetes:core/v1:PersistentVolumeClaim scaler-journal",
                        "kubernetes:core/v1:Secret scaler-credentials",
                        "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding scaler-default",
                        "aws:iam/rolePolicy:RolePolicy scaler");
    }

    /** Else its pods would never be ready: they are waited for while the stack is locked, and has no outputs yet. */
    @Test
    void itBecomesReadyInTheMiddleOfTheVeryFirstUp() throws Exception {
        World world = configured();
        world.cloud().faults().slow(Match.name("workers"), Duration.ofSeconds(20));
        CompletableFuture<Person.Said> up = world.person().upMeanwhile();
        await().atMost(World.PATIENCE).until(world::locked);

        Sender scaler = world.scaler();

        assertThat(up).isNotDone();
        assertThat(world.locked()).isTrue();
        assertThat(scaler.scale("workers", "set", 4).statusCode()).isEqualTo(202);
        up.get().succeeded();
        world.cloud().faults().clear();
        Cloud.awaitSize(world, scaler, "workers", 4);
    }

    /** The scaler reads it again; its pods are not replaced for it. */
    @Test
    void anotherConfigurationOfAPoolIsGivenToItWithoutARestart() throws IOException {
        World world = configured();
        world.person().up().succeeded();
        Object before = world.cloud().property("kubernetes:apps/v1:StatefulSet", "scaler", "metadata.uid");
        Object pods = world.cloud().property("kubernetes:apps/v1:StatefulSet", "scaler", "metadata.generation");

        world.configure(POOLS.replace("max: 10", "max: 11"));
        world.person().up().succeeded();

        assertThat(world.cloud()
                        .property("kubernetes:core/v1:ConfigMap", "scaler-project", "data")
                        .toString())
                .contains("max: 11");
        assertThat((Object) world.cloud().property("kubernetes:apps/v1:StatefulSet", "scaler", "metadata.uid"))
                .isEqualTo(before);
        assertThat((Object) world.cloud().property("kubernetes:apps/v1:StatefulSet", "scaler", "metadata.generation"))
                .isEqualTo(pods);
    }

    /** The engine encrypts anew whenever it writes. */
    private static String plain(Map<String, JsonNode> resources) {
        return new TreeMap<>(resources).toString().replaceAll("\"ciphertext\":\"[^\"]*\"", "a secret");
    }

    private World configured() throws IOException {
        World world = worlds.configured(folder, POOLS);
        Path file = world.folder().resolve("Pulumi.dev.yaml");
        ObjectNode stack = (ObjectNode) YAML.readTree(Files.readString(file));
        stack.withObject("/config").set("pulumiscale:scaler", YAML.readTree(SCALER));
        Files.writeString(file, YAML.writeValueAsString(stack));
        world.person()
                .run(
                        PASSPHRASE,
                        "pulumi",
                        "config",
                        "set",
                        "--secret",
                        "--path",
                        "pulumiscale:scaler.passphrase",
                        "--non-interactive")
                .succeeded();
        return world;
    }

    /** What the stack has of it, by type and name. */
    private static Map<String, JsonNode> scaler(World world) {
        Map<String, JsonNode> resources = new HashMap<>();
        for (JsonNode resource : world.person().state().path("resources")) {
            String urn = resource.path("urn").asText();
            if (urn.contains("pulumiscale:scaler:Deployment")) {
                resources.put(name(urn), resource);
            }
        }
        return resources;
    }

    private static List<String> names(JsonNode urns) {
        return StreamSupport.stream(urns.spliterator(), false)
                .map(urn -> name(urn.asText()))
                .toList();
    }

    private static String name(String urn) {
        String[] parts = urn.split("::", -1);
        String type = parts[2].substring(parts[2].lastIndexOf('$') + 1);
        return type + " " + parts[3];
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
