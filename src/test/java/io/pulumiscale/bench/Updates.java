package io.pulumiscale.bench;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.bench.Stopwatch.Took;
import io.pulumiscale.it.Payloads;
import io.pulumiscale.it.ScalerProcess;
import io.pulumiscale.it.Sender;
import io.pulumiscale.it.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** From an alert to a resized pool and to a free lock: the scaler and its peers on one stack, in turn. */
final class Updates {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final World world;
    private final Stopwatch stopwatch;
    private final Sender scaler;
    private int size = 2;

    private Updates(World world, Sender scaler) {
        this.world = world;
        this.stopwatch = new Stopwatch(world);
        this.scaler = scaler;
    }

    /** All on one stack of so many pools; the first of each is left out, as it is cold. */
    record Measured(List<Took> scaler, List<Took> script, List<Took> quickScript) {}

    static Measured measure(Path sources, int pools, int rounds, int peerRounds) throws IOException {
        Path folder = Files.createTempDirectory("bench-");
        try (World world = World.asWritten(folder, Fleet.of(pools));
                ScalerProcess process = deployed(world)) {
            Path maven = MavenProject.of(world, sources, folder.resolve("maven"));
            Updates updates = new Updates(world, process.sender());
            try (WebhookPeer script = WebhookPeer.start(world, maven, "--yes");
                    WebhookPeer quick = WebhookPeer.start(world, world.folder(), "--yes --skip-preview")) {
                return updates.inTurn(script, quick, rounds, peerRounds);
            }
        }
    }

    private static ScalerProcess deployed(World world) {
        world.person().upQuickly().succeeded();
        return world.scalerProcess();
    }

    private Measured inTurn(WebhookPeer script, WebhookPeer quick, int rounds, int peerRounds) {
        byScaler();
        Measured measured = new Measured(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (peerRounds > 1) { // of a single one nothing can be left out
            byPeer(script);
        }
        for (int round = 0; round < rounds; round++) {
            measured.scaler().add(byScaler());
            if (round < peerRounds) {
                measured.script().add(byPeer(script));
                measured.quickScript().add(byPeer(quick));
            }
        }
        return measured;
    }

    private Took byScaler() {
        await().atMost(PATIENCE).until(this::idle);
        size++;
        return stopwatch.time(
                Fleet.POOL,
                size,
                () -> scaler.json("/webhook/alertmanager", Payloads.alertmanager(Fleet.POOL, "set", size, size)));
    }

    private Took byPeer(WebhookPeer peer) {
        await().atMost(PATIENCE).until(this::idle);
        size++;
        return stopwatch.time(Fleet.POOL, size, () -> peer.ask(Fleet.POOL, size));
    }

    /** The scaler has seen the last deployment, and finished what it was at. */
    private boolean idle() {
        JsonNode pool = Sender.read(scaler.get("/pools/" + Fleet.POOL).body());
        String status = pool.path("updates").path(0).path("status").asText("SUCCEEDED");
        return !world.locked() && !pool.path("stale").asBoolean() && status.equals("SUCCEEDED");
    }
}
