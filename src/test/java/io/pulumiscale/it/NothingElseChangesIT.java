package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.local.Match;
import io.pulumiscale.local.Operation;
import io.pulumiscale.model.EngineRecord;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.update.AutomationUpdater;
import io.pulumiscale.update.Configuration;
import io.pulumiscale.update.EngineLimits;
import io.pulumiscale.update.Engines;
import io.pulumiscale.update.Mandate;
import io.pulumiscale.update.Outcome;
import io.pulumiscale.update.ScopedProgram;
import io.pulumiscale.update.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a scoped update does, the rest of the stack is as it was. */
class NothingElseChangesIT {
    private static final Update ONE_MORE = Update.planned(
            1, List.of(new Resize("workers", 2, 3, "a test", List.of())), Instant.parse("2026-11-24T00:00:00Z"));

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void aScopedUpdateOfAStackOf200PoolsTouchesItsOwnPoolOnly() {
        String pools = IntStream.range(0, 200)
                .mapToObj("pool-%d:\n  kind: kubernetes\n  min: 1\n  max: 9\n  image: work:1\n"::formatted)
                .collect(Collectors.joining());
        World world = worlds.configured(folder, pools);
        world.person().upQuickly().succeeded();
        Map<String, JsonNode> before = resources(world);
        int operations = world.cloud().operations().size();
        Sender scaler = world.scaler();

        scaler.scale("pool-77", "delta", 3);
        Cloud.awaitSize(world, scaler, "pool-77", 4);

        List<Operation> done = world.cloud().operations();
        assertThat(done.subList(operations, done.size()))
                .singleElement()
                .satisfies(operation -> assertThat(operation.changed().keySet())
                        .filteredOn(property -> property.startsWith("spec."))
                        .containsExactly("spec.replicas"));
        Map<String, JsonNode> after = resources(world);
        after.keySet().removeIf(urn -> urn.endsWith("::pool-77") || urn.contains("pulumi:pulumi:"));
        before.keySet().removeIf(urn -> urn.endsWith("::pool-77") || urn.contains("pulumi:pulumi:"));
        assertThat(after).isEqualTo(before).hasSizeGreaterThan(199);
    }

    @Test
    void aProgramThatThrowsLeavesTheStackUnharmed() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Map<String, JsonNode> before = resources(world);

        Outcome thrown = run(world, ctx -> {
            throw new IllegalStateException("the program is broken");
        });
        Outcome thrownLater = run(
                world,
                ctx -> ctx.export("sizes", com.pulumi.core.Output.of("{}").<String>applyValue(text -> {
                    throw new IllegalStateException("the program is broken later");
                })));

        assertThat(thrown)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .contains("the program is broken")
                                .doesNotContain("-jar"));
        assertThat(thrownLater).isInstanceOf(Outcome.Failed.class);
        assertThat(resources(world)).isEqualTo(before);
        assertThat(world.person().sizes()).containsEntry("workers", 2);
        assertThat(run(world, Optional.empty())).isInstanceOf(Outcome.Applied.class);
        assertThat(Cloud.size(world, "workers")).isEqualTo(3);
    }

    @Test
    void aProviderThatFailsIsToldAndTheNextUpdateGoesThrough() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Sender scaler = world.scaler();
        world.cloud().faults().failNext(Match.name("workers"), "the quota is exhausted");

        scaler.scale("workers", "delta", 2);

        await().atMost(World.PATIENCE)
                .untilAsserted(() -> assertThat(
                                scaler.lastUpdate("workers").path("status").asText())
                        .isEqualTo("FAILED"));
        assertThat(scaler.lastUpdate("workers").path("problem").asText()).contains("the quota is exhausted");
        assertThat(world.person().sizes()).containsEntry("workers", 2);
        scaler.scale("workers", "delta", 2);
        Cloud.awaitSize(world, scaler, "workers", 4);
        assertThat(world.person().up().succeeded().output())
                .contains("unchanged")
                .doesNotContain("updated");
    }

    /** Regression: the alarms were registered and the topic that they depend on was not, so the state was refused. */
    @Test
    void theStateIsInOrderAfterAScopedUpdateOfAPoolWithAlarms() {
        World world = worlds.deployed(folder, Pools.WEB);
        Sender scaler = world.scaler();

        for (int size : List.of(4, 5, 6)) {
            scaler.scale("web", "set", size);
            Cloud.awaitSize(world, scaler, "web", size);
        }

        List<String> seen = new java.util.ArrayList<>();
        for (JsonNode resource : world.person().state().path("resources")) {
            resource.path("dependencies")
                    .forEach(dependency ->
                            assertThat(seen).as(resource.path("urn").asText()).contains(dependency.asText()));
            seen.add(resource.path("urn").asText());
        }
        assertThat(world.person().up().succeeded().output())
                .contains("unchanged")
                .doesNotContain("updated");
    }

    /** As a scaler whose host has slept between the decision and the engine. */
    @Test
    void whoHasLostTheLeaseMeanwhileChangesNothing() {
        World world = worlds.deployed(folder, Pools.WEB);
        Map<String, JsonNode> before = resources(world);

        Outcome outcome = run(world, Optional.empty(), () -> Optional.of("another scaler has taken over"));

        assertThat(outcome).isEqualTo(new Outcome.Interrupted("another scaler has taken over"));
        assertThat(resources(world)).isEqualTo(before);
        assertThat(world.locked()).isFalse();
    }

    private static Outcome run(World world, Consumer<com.pulumi.Context> body) {
        return run(world, Optional.of(new ScopedProgram(body, Optional::empty)));
    }

    private static Outcome run(World world, Optional<ScopedProgram> program) {
        return run(world, program, Mandate.forEver());
    }

    private static Outcome run(World world, Optional<ScopedProgram> program, Mandate mandate) {
        Workspace workspace = Workspace.open(world.folder(), World.STACK, world.environment(), EngineLimits.standard());
        Configuration configuration = workspace.configuration();
        return new AutomationUpdater(
                        workspace,
                        () -> configuration,
                        update -> program.orElseGet(() -> ScopedProgram.of(update)),
                        mandate,
                        Engines.keptIn(EngineRecord.none(), Clock.systemUTC()),
                        progress -> {})
                .run(ONE_MORE);
    }

    /** By URN, without what the engine notes about the update itself. */
    private static Map<String, JsonNode> resources(World world) {
        Map<String, JsonNode> resources = new TreeMap<>();
        for (JsonNode resource : world.person().state().path("resources")) {
            ((com.fasterxml.jackson.databind.node.ObjectNode) resource).remove("modified");
            resources.put(resource.path("urn").asText(), resource);
        }
        return resources;
    }
}
