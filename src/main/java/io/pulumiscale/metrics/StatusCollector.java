package io.pulumiscale.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.pulumiscale.journal.JournalException;
import io.pulumiscale.model.Direction;
import io.pulumiscale.scaler.Backlog;
import io.pulumiscale.scaler.Outlook;
import io.pulumiscale.scaler.PoolStatus;
import io.pulumiscale.scaler.Readiness;
import io.pulumiscale.scaler.StatusView;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;

/** What can be seen of the scaler at the moment of a scrape. While the journal cannot be read, that is what is told. */
final class StatusCollector implements MultiCollector {
    private final StatusView status;
    private final IntSupplier listeners;
    private final Clock clock;

    StatusCollector(StatusView status, IntSupplier listeners, Clock clock) {
        this.status = status;
        this.listeners = listeners;
        this.clock = clock;
    }

    @Override
    public MetricSnapshots collect() {
        Gauges gauges = new Gauges()
                .set("pulumiscale_ready", "Whether alerts are taken.", status.readiness() instanceof Readiness.Ready)
                .set(
                        "pulumiscale_held_up",
                        "Whether something keeps everything from being scaled, as a backend that is away.",
                        status.problem().isPresent())
                .set("pulumiscale_event_listeners", "Who listens to events now.", listeners.getAsInt());
        return fromJournal(gauges).snapshots();
    }

    private Gauges fromJournal(Gauges gauges) {
        String name = "pulumiscale_journal_up";
        String help = "Whether the journal can be read.";
        try {
            backlog(gauges);
            status.pools().forEach(pool -> pool(pool, gauges));
            return gauges.set(name, help, true);
        } catch (JournalException e) {
            return gauges.set(name, help, false);
        }
    }

    private void backlog(Gauges gauges) {
        Backlog backlog = status.backlog();
        gauges.set("pulumiscale_journal_waiting_intents", "Intents that no decision answers yet.", backlog.waiting())
                .set(
                        "pulumiscale_journal_oldest_intent_age_seconds",
                        "How long the oldest of them has waited; 0 if there is none.",
                        backlog.oldest()
                                .map(it -> Duration.between(it, clock.instant()).toMillis() / 1000.0)
                                .map(it -> Math.max(0, it))
                                .orElse(0.0))
                .set(
                        "pulumiscale_approvals_waiting",
                        "Resizes that wait for a person's word.",
                        status.approvals().size());
    }

    private static void pool(PoolStatus status, Gauges gauges) {
        String pool = status.pool().name();
        Outlook outlook = status.outlook();
        status.currentSize()
                .ifPresent(size -> gauges.set(
                        "pulumiscale_pool_current_size", "The size that the stack remembers.", size, "pool", pool));
        status.desiredSize()
                .ifPresent(size -> gauges.set(
                        "pulumiscale_pool_desired_size",
                        "The size that the update under way brings, else the current one.",
                        size,
                        "pool",
                        pool));
        gauges.set(
                        "pulumiscale_pool_min_size",
                        "The smallest size in force.",
                        outlook.restraints().min(),
                        "pool",
                        pool)
                .set(
                        "pulumiscale_pool_max_size",
                        "The largest size in force.",
                        outlook.restraints().max(),
                        "pool",
                        pool)
                .set(
                        "pulumiscale_pool_stale",
                        "Whether the stack was deployed with another configuration of the pool.",
                        status.stale(),
                        "pool",
                        pool)
                .set(
                        "pulumiscale_pool_stalled",
                        "Whether the pool's last update was given up; a person is needed.",
                        status.stalled(),
                        "pool",
                        pool)
                .set(
                        "pulumiscale_pool_alerts_firing",
                        "Alerts of the pool that fire and count.",
                        (double) outlook.firing().stream()
                                .filter(Outlook.Firing::counts)
                                .count(),
                        "pool",
                        pool);
        for (Direction direction : Direction.values()) {
            gauges.set(
                    "pulumiscale_pool_paused",
                    "Whether alerts and schedules leave the pool alone in this direction.",
                    outlook.restraints().paused().stops(direction),
                    "pool",
                    pool,
                    "direction",
                    direction.name().toLowerCase(Locale.ROOT));
        }
    }
}
