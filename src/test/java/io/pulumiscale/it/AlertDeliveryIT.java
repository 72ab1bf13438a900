package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulumiscale.local.CloudResource;
import io.pulumiscale.local.Operation;
import io.pulumiscale.local.OperationKind;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The alarms' way to the scaler: provisioned by a whole `up`, and never touched by a scoped one. */
class AlertDeliveryIT {
    private static final String SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
    private static final String NEXT = "the next token";

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void aScopedUpdateLeavesItAsItIs() {
        World world = subscribed();
        Map<String, JsonNode> before = resources(world);
        int operations = world.cloud().operations().size();
        Sender scaler = world.scaler();

        scaler.scale("web", "set", 5);
        Cloud.awaitSize(world, scaler, "web", 5);
        scaler.scale("workers", "set", 4);
        Cloud.awaitSize(world, scaler, "workers", 4);

        List<Operation> done = world.cloud().operations();
        assertThat(done.subList(operations, done.size()))
                .extracting(
                        operation -> operation.kind() + " " + operation.name().replaceFirst("-[0-9a-f]{7}$", ""))
                .containsExactly("UPDATE web", "UPDATE workers");
        assertThat(scaler.lastUpdate("web").path("problem").isNull()).isTrue();
        assertThat(scaler.lastUpdate("workers").path("problem").isNull()).isTrue();
        Map<String, JsonNode> after = resources(world);
        for (Map<String, JsonNode> state : List.of(before, after)) {
            state.keySet()
                    .removeIf(urn -> urn.contains("pulumi:pulumi:Stack") // and its reference to itself
                            || urn.endsWith("Group::web")
                            || urn.endsWith("Deployment::workers"));
        }
        assertThat(plain(after)).isEqualTo(plain(before));
        assertThat(after.keySet()).anyMatch(urn -> urn.contains(SUBSCRIPTION));
        assertThatEverythingComesAfterWhatItDependsOn(world);
        assertThat(world.person().up().succeeded().output())
                .contains("unchanged")
                .doesNotContain("updated", "created", "deleted");
        world.person().pulumi("destroy", "--yes", "--skip-preview").succeeded();
        assertThat(world.cloud().resources()).isEmpty();
    }

    /** The engine encrypts anew whenever it writes. */
    private static String plain(Map<String, JsonNode> resources) {
        return new TreeMap<>(resources).toString().replaceAll("\"ciphertext\":\"[^\"]*\"", "a secret");
    }

    @Test
    void theTokenIsInNoStateAndOnNoScreen() {
        World world = worlds.configured(folder, Pools.WEB);
        subscribe(world);

        Person.Said up = world.person().up().succeeded();

        String encoded = World.TOKEN.replace(" ", "%20").replace(",", "%2C");
        assertThat(up.output()).doesNotContain(World.TOKEN, encoded);
        assertThat(world.person().pulumi("stack", "export").succeeded().output())
                .contains(SUBSCRIPTION)
                .doesNotContain(World.TOKEN, encoded);
        assertThat(world.person()
                        .pulumi("stack", "export", "--show-secrets")
                        .succeeded()
                        .output())
                .contains("https://pulumiscale:" + encoded + "@scaler.example.com/webhook/cloudwatch");
    }

    @Test
    void anotherTokenIsSubscribedBeforeTheOldSubscriptionGoes() {
        World world = subscribed();
        int operations = world.cloud().operations().size();

        world.person().setToken(NEXT);
        world.person().up().succeeded();

        List<Operation> done = world.cloud().operations();
        assertThat(done.subList(operations, done.size()))
                .allMatch(operation -> operation.type().equals(SUBSCRIPTION))
                .extracting(Operation::kind)
                .containsExactly(OperationKind.CREATE, OperationKind.DELETE);
    }

    /** SNS gives the endpoint back without the password. Compared with that, it would be replaced with every `up`. */
    @Test
    void theEndpointThatSnsGivesBackMaskedIsNoChange() {
        World world = subscribed();
        world.person().pulumi("refresh", "--yes", "--skip-preview").succeeded();
        assertThat(world.person()
                        .pulumi("stack", "export", "--show-secrets")
                        .succeeded()
                        .output())
                .contains("https://pulumiscale:****@scaler.example.com/webhook/cloudwatch");

        assertThat(world.person().up().succeeded().output())
                .contains("unchanged")
                .doesNotContain("replaced", "updated", "created", "deleted");
    }

    /** Seen after an `up` during which the scaler did not confirm: SNS does not ask again. */
    @Test
    void aSubscriptionThatIsStillPendingIsToldWithWhatToRun() {
        World world = subscribed();
        String subscription = world.cloud().resources().stream()
                .filter(resource -> resource.type().equals(SUBSCRIPTION))
                .map(CloudResource::id)
                .findFirst()
                .orElseThrow();
        world.cloud().setProperty(SUBSCRIPTION, subscription, "pendingConfirmation", true);
        world.person().pulumi("refresh", "--yes", "--skip-preview").succeeded();

        String told = world.person().up().succeeded().output();

        assertThat(told).contains("the scaler did not confirm the subscription in time, so no alarm reaches it");
        String command = told.replaceAll("(?s).*then run: pulumi (up --replace '[^']+').*", "$1");
        assertThat(world.person()
                        .up("--replace", command.replaceAll(".*'(.*)'", "$1"))
                        .succeeded()
                        .output())
                .contains("1 replaced");
        assertThat(world.person().up().succeeded().output()).doesNotContain("did not confirm");
    }

    @Test
    void withoutAnEndpointTheProgramSaysThatNobodyIsTold() {
        World world = worlds.configured(folder, Pools.WEB);
        assertThat(world.person().up().succeeded().output())
                .contains("pulumiscale:endpoint is not set: alarms go to the topic, and to nobody from there");
    }

    private World subscribed() {
        World world = worlds.configured(folder, Pools.WEB + Pools.WORKERS);
        subscribe(world);
        world.person().up().succeeded();
        assertThat(world.cloud().resources())
                .extracting(CloudResource::type)
                .contains(SUBSCRIPTION, "aws:sqs/queuePolicy:QueuePolicy", "aws:kms/keyPolicy:KeyPolicy");
        return world;
    }

    private static void subscribe(World world) {
        world.person()
                .pulumi("config", "set", "pulumiscale:endpoint", "https://scaler.example.com")
                .succeeded();
    }

    private static void assertThatEverythingComesAfterWhatItDependsOn(World world) {
        Set<String> seen = new HashSet<>();
        for (JsonNode resource : world.person().state().path("resources")) {
            resource.path("dependencies")
                    .forEach(dependency ->
                            assertThat(seen).as(resource.path("urn").asText()).contains(dependency.asText()));
            seen.add(resource.path("urn").asText());
        }
    }

    /** By URN, without what the engine notes about the update itself. */
    private static Map<String, JsonNode> resources(World world) {
        Map<String, JsonNode> resources = new TreeMap<>();
        for (JsonNode resource : world.person().state().path("resources")) {
            ((ObjectNode) resource).remove("modified");
            resources.put(resource.path("urn").asText(), resource);
        }
        return resources;
    }
}
