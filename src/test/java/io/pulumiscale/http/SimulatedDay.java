package io.pulumiscale.http;

import io.pulumiscale.SteppedClock;
import io.pulumiscale.journal.MemoryJournal;
import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.Pause;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.PoolKind;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingRules;
import io.pulumiscale.model.Update;
import io.pulumiscale.scaler.ObservedStack;
import io.pulumiscale.scaler.Scaler;
import io.pulumiscale.scaler.ScalerLoop;
import io.pulumiscale.scaler.Status;
import io.pulumiscale.update.Checkpoint;
import io.pulumiscale.update.Outcome;
import io.pulumiscale.update.Refreshed;
import io.pulumiscale.update.RetrySettings;
import io.pulumiscale.update.StackState;
import io.pulumiscale.update.StackUpdater;
import io.pulumiscale.update.UpdateRunner;
import io.pulumiscale.webhook.AlertAdapter;
import io.pulumiscale.webhook.IntentFactory;
import io.pulumiscale.webhook.ManualAdapter;
import io.pulumiscale.webhook.Received;
import io.pulumiscale.webhook.SnsInbox;
import io.pulumiscale.webhook.SnsSubscription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A day of three pools: real alerts, decisions and journal, minute by minute on a stepped clock, on a stack that is in memory.
 * After it the server shows it, and the scaler goes on.
 */
final class SimulatedDay implements AutoCloseable {
    static final String TOKEN = "a-token-for-the-picture";
    private static final int MINUTES = 24 * 60;
    private static final PoolCatalog POOLS = PoolCatalog.of(List.of(
            pool("web", PoolKind.EC2, 2, 12, 2),
            pool("batch", PoolKind.EKS, 1, 6, 1),
            pool("workers", PoolKind.KUBERNETES, 1, 20, 4)));

    private final SteppedClock clock =
            new SteppedClock(Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofMinutes(MINUTES)));
    private final MemoryJournal journal = new MemoryJournal(10_000);
    private final ObservedStack observed = new ObservedStack();
    private final Stack stack = new Stack(clock);
    private final Scaler scaler = new Scaler(
            journal,
            new UpdateRunner(stack, new RetrySettings(50, Duration.ofMillis(200), Duration.ofSeconds(1), 0)),
            () -> POOLS,
            observed,
            clock);
    private final IntentFactory intents = new IntentFactory(clock, new SplittableRandom(7));
    private final AlertAdapter alerts = new AlertAdapter(() -> POOLS, "pool_name", 100, intents);
    private final ManualAdapter people = new ManualAdapter(intents);
    private final Map<String, Instant> firing = new HashMap<>();
    private final ScalerLoop loop = new ScalerLoop(scaler, journal, ScalerLoop.Timing.standard(), clock);
    private final ScalerServer server;

    private SimulatedDay() {
        scaler.observe();
        for (int minute = 0; minute < MINUTES; minute++) {
            happens(minute);
            scaler.runOnce();
            clock.step(Duration.ofMinutes(1).minus(stack.worked()));
        }
        journal.pause(List.of(new Pause(
                "batch",
                Direction.IN,
                "the month's figures are late",
                "ana",
                clock.instant().minusSeconds(2_400))));
        Status status = new Status(() -> POOLS, observed, journal, clock);
        SnsBackend sns = new SnsBackend(
                new SnsInbox(Optional::empty, envelope -> {}, clock), confirmation -> {}, new SnsSubscription());
        server = ScalerServer.start(
                HttpSettings.on("127.0.0.1", 0),
                new Backend(
                        loop,
                        status,
                        () -> POOLS,
                        new Observation(
                                new EventFeed(status, List::of, clock), Exposition.none(), false, Incidents.none()),
                        sns),
                new TokenRing(List.of(new AccessToken(TOKEN, Grant.unlimited())), TokenRing.GRACE, clock),
                clock,
                new SplittableRandom(1));
        loop.start();
    }

    static SimulatedDay played() {
        return new SimulatedDay();
    }

    String url() {
        return "http://127.0.0.1:%d/".formatted(server.port());
    }

    Instant now() {
        return clock.instant();
    }

    /** From now on every update waits for somebody, and one is wanted. */
    void lockedBy(String why) {
        stack.lock = Optional.of(why);
        ask("web", "{\"action\":\"delta\",\"value\":1,\"reason\":\"one more to be safe\"}");
        loop.lookAgain();
    }

    private void happens(int minute) {
        double hour = minute / 60.0;
        double visitors = 1.7 + 7.2 * hump(hour, 9, 3) + 3.2 * hump(hour, 17.5, 2.4) + 2.6 * hump(hour, 24.1, 0.5);
        double queue = 2.5 + 9 * hump(hour, 6, 0.7) + 15 * hump(hour, 13, 1.1) + 26 * hump(hour, 24.4, 0.9);
        watch("web", "HighCPU", "delta", 2, visitors / size("web") > 0.85);
        watch("web", "LowCPU", "delta", -1, visitors / size("web") < 0.55);
        watch("workers", "QueueBacklog", "percent", 50, queue / size("workers") > 0.9);
        watch("workers", "QueueIdle", "percent", -25, queue / size("workers") < 0.5);
        if (minute == 120) {
            ask("batch", "{\"action\":\"set\",\"value\":5,\"reason\":\"tonight's run is large\"}");
        }
        if (minute == 430) {
            ask("batch", "{\"action\":\"delta\",\"value\":-3,\"reason\":\"the run is over\"}");
        }
        if (minute == 1_320) {
            ask("batch", "{\"action\":\"set\",\"value\":4,\"reason\":\"the month's figures\"}");
        }
    }

    private static double hump(double hour, double middle, double width) {
        return Math.exp(-Math.pow((hour - middle) / width, 2));
    }

    private int size(String pool) {
        return stack.sizes.getOrDefault(pool, 1);
    }

    /** Sends what Alertmanager sends when an alert begins to fire and when it ends. */
    private void watch(String pool, String name, String action, int value, boolean fires) {
        if (fires != firing.containsKey(name)) {
            Instant since = fires ? clock.instant() : firing.remove(name);
            if (fires) {
                firing.put(name, since);
            }
            keep(alerts.read(alert(pool, name, action, value, fires ? "firing" : "resolved", since)
                    .getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String alert(String pool, String name, String action, int value, String status, Instant since) {
        return """
                {"version":"4","status":"%1$s","receiver":"pulumiscale","alerts":[{"status":"%1$s",
                 "labels":{"alertname":"%2$s","pool_name":"%3$s"},
                 "annotations":{"pulumiscale_action":"%4$s","pulumiscale_value":"%5$d"},
                 "startsAt":"%6$s","endsAt":"%6$s","fingerprint":"%2$s"}]}
                """.formatted(status, name, pool, action, value, since);
    }

    private void ask(String pool, String body) {
        keep(new Received(
                List.of(people.read(
                        POOLS.find(pool).orElseThrow(),
                        body.getBytes(StandardCharsets.UTF_8),
                        Optional.empty(),
                        Optional.empty())),
                List.of(),
                List.of()));
    }

    private void keep(Received received) {
        journal.append(received.intents(), received.resolved(), clock.instant());
    }

    private static Pool pool(String name, PoolKind kind, int min, int max, int initial) {
        Map<String, Change> none = Map.of();
        return new Pool(name, kind, min, max, initial, 1, 1, none, ScalingRules.standard());
    }

    @Override
    public void close() {
        stack.lock = Optional.empty();
        server.close();
        loop.close();
        journal.close();
    }

    /** Sizes in memory; an update takes some seconds of the clock. */
    private static final class Stack implements StackUpdater {
        private final Map<String, Integer> sizes = new ConcurrentHashMap<>(Map.of("web", 3, "batch", 1, "workers", 4));
        private final SteppedClock clock;
        private Duration worked = Duration.ZERO;
        private int version = 41;
        private volatile Optional<String> lock = Optional.empty();

        private Stack(SteppedClock clock) {
            this.clock = clock;
        }

        private Duration worked() {
            Duration last = worked;
            worked = Duration.ZERO;
            return last;
        }

        @Override
        public Outcome run(Update update) {
            if (lock.isPresent()) {
                return new Outcome.LockConflict(lock.get());
            }
            worked = Duration.ofMillis(2_100 + 300L * (version % 4));
            clock.step(worked);
            for (Resize resize : update.resizes()) {
                sizes.put(resize.pool(), resize.to());
            }
            version++;
            return new Outcome.Applied(read(), Optional.empty(), Optional.of(version));
        }

        @Override
        public StackState read() {
            return new StackState(sizes, Set.of(), Optional.empty());
        }

        @Override
        public Checkpoint checkpoint() {
            return new Checkpoint(sizes, Set.of(), List.of());
        }

        @Override
        public Refreshed refresh(Set<String> pools) {
            return new Refreshed.Done();
        }
    }
}
