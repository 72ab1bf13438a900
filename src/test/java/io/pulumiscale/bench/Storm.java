package io.pulumiscale.bench;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.it.Cloud;
import io.pulumiscale.it.Payloads;
import io.pulumiscale.it.ScalerProcess;
import io.pulumiscale.it.Sender;
import io.pulumiscale.it.World;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many alerts for ten pools within five seconds, each wanting two more than there are. */
final class Storm {
    private static final int POOLS = 10;
    private static final Duration LASTS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Storm() {}

    /**
     * What became of it.
     *
     * @param settled from the last alert's answer until every pool had its size and the lock was free
     */
    record Weathered(int updates, Duration settled, String answers, String sizes) {}

    static Weathered scaler(int alerts) throws IOException {
        try (World world = World.of(Files.createTempDirectory("storm-"), configuration());
                ScalerProcess process = deployed(world)) {
            Sender sender = process.sender();
            List<Integer> answers = send(
                    alerts,
                    number -> sender.json(
                                    "/webhook/alertmanager",
                                    Payloads.alertmanager("pool-" + number % POOLS, "delta", 2, number))
                            .statusCode());
            Instant last = Instant.now();
            await().atMost(PATIENCE).until(() -> settled(world, sender));
            Duration settled = Duration.between(last, Instant.now());
            return new Weathered(updates(sender), settled, counted(answers), sizes(world));
        }
    }

    /** The script, with as many as the machine bears: each is a {@code pulumi up} of its own, at the same time. */
    static Weathered peer(int alerts) throws IOException {
        try (World world = World.of(Files.createTempDirectory("storm-"), configuration())) {
            world.person().upQuickly().succeeded();
            try (WebhookPeer peer = WebhookPeer.start(world, world.folder(), "--yes --skip-preview")) {
                send(alerts, number -> {
                    peer.ask("pool-" + number % POOLS, 4);
                    return 200;
                });
                Instant last = Instant.now();
                await().atMost(Duration.ofMinutes(10)).until(() -> peer.ended().size() == alerts);
                Duration settled = Duration.between(last, Instant.now());
                List<Integer> codes = peer.ended();
                long good = codes.stream().filter(code -> code == 0).count();
                return new Weathered((int) good, settled, "exit codes " + counted(codes), sizes(world));
            }
        }
    }

    private static ScalerProcess deployed(World world) {
        world.person().upQuickly().succeeded();
        return world.scalerProcess();
    }

    /** With the standard cooldown: an alert that comes after the resize does not ask for two more on top. */
    private static String configuration() {
        return Fleet.of(POOLS).replace("PT0S", "PT1M");
    }

    private interface Sending {
        int send(int number);
    }

    private static List<Integer> send(int alerts, Sending sending) {
        ScheduledExecutorService senders = Executors.newScheduledThreadPool(16);
        try {
            long apart = LASTS.toNanos() / alerts;
            List<ScheduledFuture<Integer>> sent = new ArrayList<>();
            for (int number = 0; number < alerts; number++) {
                int each = number;
                sent.add(senders.schedule(() -> sending.send(each), apart * number, TimeUnit.NANOSECONDS));
            }
            return sent.stream().map(Storm::answer).toList();
        } finally {
            senders.shutdown();
        }
    }

    private static int answer(ScheduledFuture<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean settled(World world, Sender sender) {
        return !world.locked()
                && IntStream.range(0, POOLS).allMatch(pool -> Cloud.size(world, "pool-" + pool) == 4)
                && updatesOf(sender).findValuesAsText("status").stream().allMatch("SUCCEEDED"::equals);
    }

    private static int updates(Sender sender) {
        return updatesOf(sender).size();
    }

    private static JsonNode updatesOf(Sender sender) {
        return Sender.read(sender.get("/pools").body()).path("updates");
    }

    private static String counted(List<Integer> codes) {
        return codes.stream()
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()))
                .toString();
    }

    private static String sizes(World world) {
        return IntStream.range(0, POOLS)
                .mapToObj(pool -> String.valueOf(Cloud.size(world, "pool-" + pool)))
                .collect(Collectors.joining(" "));
    }
}
