package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulumiscale.local.Match;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Operations of which the state does not say how they ended. */
class PendingOperationIT {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void oursIsRepairedUnderTheLockThatIsLeftAndTheDeltaIsAppliedOnce() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        ScalerProcess first = world.scalerProcess();
        world.cloud().faults().slow(Match.name("workers"), Duration.ofHours(1));
        first.sender().scale("workers", "delta", 3);
        await().atMost(World.PATIENCE).until(() -> !pending(world).isEmpty());
        first.killWithItsEngine();
        world.cloud().faults().clear();
        assertThat(pending(world)).isNotEmpty();
        assertThat(world.locked()).isTrue();

        Sender second = world.scaler();

        Cloud.awaitSize(world, second, "workers", 5);
        await().atMost(World.PATIENCE).until(() -> !world.locked());
        assertThat(pending(world)).isEmpty();
        assertThat(second.pool("workers").path("updates").findValuesAsText("status"))
                .containsExactly("SUCCEEDED");
        assertThat(world.person().history().findValuesAsText("message"))
                .contains("after an interrupted update of workers");
        assertThat(world.person().up().succeeded().output()).doesNotContain("updated");
    }

    @Test
    void anothersIsToldInTheRecordOfTheUpdateThatMetIt() {
        World world = worlds.deployed(folder, Pools.WEB + Pools.WORKERS);
        String topic = leftPending(world, "aws:sns/topic:Topic");
        assertThat(pending(world)).hasSize(1);
        ScalerProcess scaler = world.scalerProcess();

        scaler.sender().scale("workers", "delta", 1);

        Cloud.awaitSize(world, scaler.sender(), "workers", 3);
        await().atMost(World.PATIENCE)
                .untilAsserted(() -> assertThat(scaler.sender()
                                .lastUpdate("workers")
                                .path("problem")
                                .asText())
                        .contains(topic + " was interrupted while updating"));
        assertThat(scaler.written()).contains("operations of others were interrupted");
    }

    /** In the file itself: {@code pulumi stack import} drops what is pending. */
    private static String leftPending(World world, String type) {
        ObjectNode state = world.stateFile();
        ObjectNode latest = (ObjectNode) state.at("/checkpoint/latest");
        for (JsonNode resource : latest.path("resources")) {
            if (resource.path("type").asText().equals(type)) {
                latest.withArray("pending_operations")
                        .addObject()
                        .put("type", "updating")
                        .set("resource", resource);
                world.stateFile(state);
                return resource.path("urn").asText();
            }
        }
        throw new AssertionError("no " + type);
    }

    private static JsonNode pending(World world) {
        return world.person().state().path("pending_operations");
    }
}
