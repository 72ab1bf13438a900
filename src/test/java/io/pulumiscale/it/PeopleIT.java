package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands with which people ask a running scaler, of the packaged program, with the token of the stack. */
class PeopleIT {
    private static final String POOLS = """
            workers:
              kind: kubernetes
              min: 1
              max: 10
              initial: 2
              image: workers:1
              approvalAbove: 3
            """;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void aPersonScalesByCommandsAlone() {
        World world = worlds.deployed(folder, POOLS);
        String url = world.scalerProcess().base().toString();

        Person.Said tried = ask(world, url, "scale", "workers", "-25%", "--dry-run");
        assertThat(tried.output()).contains("workers would become 2→1: by hand, -25%", "Nothing was written");

        Person.Said scaled = ask(world, url, "scale", "workers", "+2", "--reason", "a sale begins", "--wait");
        assertThat(scaled.code()).as(scaled.output()).isZero();
        assertThat(Stream.of(
                                "workers +2 is accepted",
                                "decided: workers 2→4, a sale begins, +2",
                                "update 1 has begun",
                                "workers is being resized",
                                "workers is resized",
                                "workers has 4",
                                "update 1 succeeded in")
                        .map(scaled.output()::indexOf))
                .as(scaled.output())
                .isSorted()
                .doesNotContain(-1);
        assertThat(Cloud.size(world, "workers")).isEqualTo(4);

        Person.Said paused = ask(world, url, "pause", "workers", "--in", "--reason", "a move", "--by", "ana");
        assertThat(paused.output()).contains("workers is paused in");
        Person.Said status = ask(world, url, "status");
        assertThat(status.output())
                .contains("Scaling, with a warning: 1 pool, 0 alerts firing")
                .contains("by ana, ", "a move", "-> pulumiscale resume workers")
                .containsPattern("workers +4 +1-10 +- +paused in")
                .doesNotContain("\u001b");
        assertThat(ask(world, url, "resume", "workers").output()).contains("workers is not paused");

        Person.Said large = ask(world, url, "scale", "workers", "=10", "-r", "a run", "--wait", "--timeout", "3s");
        assertThat(large.output()).contains("pulumiscale approve 1, or decline 1");
        assertThat(ask(world, url, "decline", "1", "--reason", "not tonight", "--by", "ana")
                        .output())
                .contains("workers stays at 4: 4→10 declined by ana: not tonight");
        Person.Said refused = ask(world, url, "approve", "1");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.output()).contains("it was declined by ana: not tonight");
        assertThat(ask(world, url, "explain", "workers").output())
                .contains("4→10 declined by ana: not tonight", "a run, =10; 4→10 declined by ana: not tonight");

        Person.Said wanted = ask(world, url, "scale", "workers", "=9", "-r", "the sale", "--wait", "--timeout", "3s");
        assertThat(wanted.code()).as(wanted.output()).isEqualTo(5);
        assertThat(wanted.output()).contains("pulumiscale approve 2", "not waiting any longer; the request stays");
        assertThat(ask(world, url, "approvals").output()).containsPattern("2 +workers +4→9");
        assertThat(ask(world, url, "approve", "2").output()).contains("workers may become 4→9");
        await().atMost(World.PATIENCE).until(() -> Cloud.size(world, "workers") == 9);

        Person.Said held = ask(world, url, "scale", "workers", "+5", "-r", "more", "--wait");
        assertThat(held.output()).contains("capped 14→10 by max");
        assertThat(ask(world, url, "scale", "workers", "+1", "-r", "more", "--wait")
                        .code())
                .isEqualTo(3);

        JsonNode history = Sender.read(
                ask(world, url, "history", "--pool", "workers", "-o", "json").output());
        assertThat(history.path("entries"))
                .extracting(it -> it.path("to").asInt())
                .containsExactly(10, 10, 9, 4, 4, 4);
        assertThat(ask(world, url, "explain", "workers").output())
                .contains("workers has 10", "9→10", "asked by manual", "it is at its largest size");
    }

    @Test
    void aRequestGoesOnWhenThePersonLooksAway() throws Exception {
        World world = worlds.deployed(folder, Pools.WORKERS);
        ScalerProcess scaler = world.scalerProcess();
        Path lock = world.lockOf("ben");
        Path log = folder.resolve("scale.log");
        Process person = world.begin(
                log,
                "scale",
                "workers",
                "=4",
                "-r",
                "a sale",
                "--wait",
                "--key",
                "sale-1",
                "--url",
                scaler.base().toString(),
                "-s",
                World.STACK);
        await().atMost(World.PATIENCE)
                .untilAsserted(() -> assertThat(log).content().contains("the lock of ben@laptop"));
        assertThat(ask(world, scaler.base().toString(), "status").output()).contains("the lock of ben@laptop");

        person.destroy();
        person.waitFor();
        assertThat(log).content().contains("the request stays").contains("--key sale-1");
        Files.delete(lock);
        Person.Said again = ask(
                world, scaler.base().toString(), "scale", "workers", "=4", "-r", "a sale", "--wait", "--key", "sale-1");
        assertThat(again.code()).as(again.output()).isZero();
        assertThat(again.output()).contains("was asked for before", "workers has 4");
        assertThat(Cloud.size(world, "workers")).isEqualTo(4);
    }

    @Test
    void aNewTokenIsTakenByTheScalerThatRunsAndIsInNoOutput() throws Exception {
        World world = worlds.deployed(folder, Pools.WORKERS);
        ScalerProcess scaler = world.scalerProcess("--token-grace", "PT3S");

        Person.Said rotated = world.pulumiscale("token", "rotate", "-s", World.STACK);

        assertThat(rotated.code()).as(rotated.output()).isZero();
        String token = world.person()
                .pulumi("config", "get", "pulumiscale:webhookToken")
                .output()
                .strip();
        assertThat(token).matches("[0-9a-f]{64}");
        assertThat(rotated.output())
                .contains("takes it within a second or two", "Commit Pulumi.dev.yaml")
                .doesNotContain(token);
        Sender next = scaler.sender().with(token);
        await().atMost(World.PATIENCE).until(() -> next.get("/pools").statusCode() == 200);
        await().atMost(World.PATIENCE).until(() -> scaler.sender().get("/pools").statusCode() == 401);

        assertThat(ask(world, scaler.base().toString(), "status").code()).isZero();
        Map<String, String> old = new HashMap<>(Map.of("PULUMISCALE_TOKEN", World.TOKEN.replace(" ", "")));
        Person.Said refused =
                world.pulumiscale(old, "status", "--url", scaler.base().toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.output())
                .contains("does not take the token of $PULUMISCALE_TOKEN")
                .doesNotContain(World.TOKEN.replace(" ", ""));
        assertThat(Files.readString(world.folder().resolve("Pulumi.dev.yaml"))).doesNotContain(token);
        assertThat(scaler.written()).doesNotContain(token);
    }

    private static Person.Said ask(World world, String url, String... arguments) {
        List<String> all = Stream.concat(Stream.of(arguments), Stream.of("--url", url, "-s", World.STACK))
                .toList();
        return world.pulumiscale(all.toArray(String[]::new));
    }
}
