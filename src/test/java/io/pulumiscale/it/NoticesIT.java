package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulumiscale.notice.FakeReceiver;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Notices of a real scaler, whose URL is a secret of the stack. */
class NoticesIT {
    private static final String URL = "pulumiscale:notices[0].url";

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    private final FakeReceiver receiver = new FakeReceiver();

    @Test
    void whatWasAppliedBeforeTheKillIsToldOnceAfterIt() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        world.person().setSecret(URL, receiver.url().toString());
        world.person().set("pulumiscale:notices[0].format", "json");
        receiver.answers(503);
        try (ScalerProcess first = world.scalerProcess()) {
            first.sender().scale("workers", "set", 4);
            Cloud.awaitSize(world, first.sender(), "workers", 4);
            await().atMost(World.PATIENCE).until(() -> !receiver.posted().isEmpty());
            assertThat(Sender.read(first.sender().get("/pools").body())
                            .path("warnings")
                            .get(0)
                            .asText())
                    .startsWith("notices[0] (json, 127.0.0.1) takes no notices since ")
                    .endsWith(": the answer is 503");
            assertThat(first.sender().get("/metrics").body())
                    .contains("pulumiscale_notice_failures_total{receiver=\"notices[0]\"}");
            first.kill();
            assertThat(first.written()).contains("takes no notices").doesNotContain("hunter2");
        }
        receiver.answers(204);

        Sender second = world.scaler();

        await().atMost(World.PATIENCE).until(() -> !receiver.taken().isEmpty());
        second.scale("mailers", "set", 3);
        await().atMost(World.PATIENCE).until(() -> receiver.taken().size() >= 2);
        List<FakeReceiver.Posted> taken = receiver.taken();
        assertThat(taken).extracting(FakeReceiver.Posted::id).doesNotHaveDuplicates();
        assertThat(taken.get(0).body()).contains("\"type\":\"pool.scaled\"", "\"pool\":\"workers\"", "\"to\":4");
        assertThat(taken.get(1).body()).contains("\"pool\":\"mailers\"");
        Set<String> tried = new HashSet<>();
        receiver.posted().forEach(it -> tried.add(it.id()));
        assertThat(tried).as("the id is the same before and after the kill").hasSize(2);
    }

    @Test
    void aReceiverThatIsConfiguredWhileTheScalerRunsIsToldFromThenOn() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        ScalerProcess scaler = world.scalerProcess();
        Sender sender = scaler.sender();
        sender.scale("workers", "set", 3);
        Cloud.awaitSize(world, sender, "workers", 3);
        world.person().setSecret(URL, receiver.url().toString());
        world.person().set("pulumiscale:notices[0].on[0]", "limit");
        world.person().set("pulumiscale:notices[0].format", "slack"); // last, as it is what is waited for
        scaler.awaitWritten("notices[0] (slack, 127.0.0.1): is told what happens");
        sender.scale("workers", "set", 50);
        await().atMost(World.PATIENCE).until(() -> !receiver.taken().isEmpty());
        assertThat(receiver.taken()).hasSize(1);
        assertThat(receiver.taken().get(0).body())
                .contains("workers is at its limit, 10: by hand, =50; capped 50→10 by max");
    }
}
