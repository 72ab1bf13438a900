package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus, a real Alertmanager, the packaged scaler and real updates. */
class AlertmanagerIT {
    private static final String OUT = "workers 2→4: QueueBacklog firing, +2";
    private static final String IN = "workers 4→2: QueueIdle firing, -2";

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @RegisterExtension
    private final RealSenders senders = new RealSenders();

    @Test
    void aRuleScalesOutAndAnotherInOnceTheFirstIsResolved() throws IOException {
        World world = worlds.deployed(folder, Pools.QUEUE);
        ScalerProcess process = world.scalerProcess();
        Sender scaler = process.sender();
        Gauge queue = senders.gauge(5000);

        alerting(senders.alertmanager(folder, process.base().getPort()), queue);
        Cloud.awaitSize(world, scaler, "workers", 4);
        queue.set(0);
        Cloud.awaitSize(world, scaler, "workers", 2);

        assertThat(resizes(world)).containsExactlyInAnyOrder(OUT, IN);
        assertThat(Sender.read(scaler.get("/pools").body()).path("unknownPools").findValuesAsText("pool"))
                .containsExactly("wrokers");
        assertThat(world.person().up().succeeded().output())
                .as("a person's `pulumi up` agrees")
                .contains("unchanged")
                .doesNotContain("updated");
    }

    /** The pool has no cooldown: whatever counted twice would show in its size. */
    @Test
    void whatFiredWhileTheScalerWasAwayIsAppliedOnceWhenItIsBack() throws IOException {
        World world = worlds.deployed(folder, Pools.RESTLESS_QUEUE);
        int port = freePort();
        Gauge queue = senders.gauge(5000);
        Daemon alertmanager = senders.alertmanager(folder, port);
        alerting(alertmanager, queue);
        awaitFailures(alertmanager, 2);

        ScalerProcess first = world.scalerProcess("--port", String.valueOf(port));
        Cloud.awaitSize(world, first.sender(), "workers", 4);
        awaitDeliveries(alertmanager, 3);
        first.killBetweenTries();
        queue.set(0);
        awaitFailures(alertmanager, 2);

        ScalerProcess second = world.scalerProcess("--port", String.valueOf(port));
        Cloud.awaitSize(world, second.sender(), "workers", 2);
        awaitDeliveries(alertmanager, 3);
        assertThat(Cloud.size(world, "workers")).isEqualTo(2);
        assertThat(resizes(world)).containsExactlyInAnyOrder(OUT, IN);
    }

    @Test
    void whatFiredWhileTheJournalWasFullIsAppliedOnceThereIsRoom() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"))) {
            World world = worlds.deployed(folder, Pools.RESTLESS_QUEUE);
            try (ScalerProcess process =
                    world.scalerProcess("--journal", disk.file("journal.db").toString())) {
                Gauge queue = senders.gauge(100);
                Daemon alertmanager =
                        senders.alertmanager(folder, process.base().getPort());
                alerting(alertmanager, queue);
                disk.fill();
                queue.set(5000);
                awaitFailures(alertmanager, 2);
                assertThat(alertmanager.written()).contains("unexpected status code 503");
                assertThat(Cloud.size(world, "workers")).isEqualTo(2);

                disk.makeRoom();
                Cloud.awaitSize(world, process.sender(), "workers", 4);
                awaitDeliveries(alertmanager, 3);
                assertThat(resizes(world)).containsExactly(OUT);
            }
        }
    }

    private void alerting(Daemon alertmanager, Gauge queue) throws IOException {
        senders.prometheus(folder, queue, """
                - static_configs:
                    - targets: ["127.0.0.1:%d"]
                """.formatted(alertmanager.port()));
    }

    /** That many more requests that came to nothing. */
    private static void awaitFailures(Daemon alertmanager, int more) {
        double before = failed(alertmanager);
        await().atMost(World.PATIENCE).until(() -> failed(alertmanager) >= before + more);
    }

    /** That many more requests that were answered with 202. */
    private static void awaitDeliveries(Daemon alertmanager, int more) {
        double before = delivered(alertmanager);
        await().atMost(World.PATIENCE).until(() -> delivered(alertmanager) >= before + more);
    }

    private static double delivered(Daemon alertmanager) {
        return alertmanager.metric("alertmanager_notification_requests_total{integration=\"webhook\"")
                - failed(alertmanager);
    }

    private static double failed(Daemon alertmanager) {
        return alertmanager.metric("alertmanager_notification_requests_failed_total{integration=\"webhook\"");
    }

    /** The scaler's updates in the stack's history; the first is a person's. */
    private static List<String> resizes(World world) {
        return world.person().history().findValuesAsText("message").stream()
                .filter(message -> message.startsWith("workers"))
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
