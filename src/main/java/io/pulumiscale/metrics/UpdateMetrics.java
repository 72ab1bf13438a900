package io.pulumiscale.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.pulumiscale.journal.JournalListener;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateProgress;
import io.pulumiscale.model.UpdateStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How updates go, and how long somebody else's lock is waited for. */
final class UpdateMetrics implements JournalListener {
    private static final double[] SECONDS = {0.5, 1, 2, 3, 5, 10, 20, 30, 60, 120, 300, 600};
    private static final int REMEMBERED = 100;

    private final Clock clock;
    private final Counter updates;
    private final Histogram durations;
    private final Histogram reactions;
    private final Counter conflicts;
    private final Histogram waits;
    private final Map<Long, Instant> waitingSince = new LinkedHashMap<>(); // guarded by this
    private final Map<Long, Boolean> ended = new LinkedHashMap<>(); // likewise

    UpdateMetrics(PrometheusRegistry registry, Clock clock) {
        this.clock = clock;
        updates = Counter.builder()
                .name("pulumiscale_updates_total")
                .help("Updates of the stack that have ended, by how.")
                .labelNames("status")
                .register(registry);
        Stream.of(UpdateStatus.values()).filter(UpdateStatus::ended).forEach(it -> updates.initLabelValues(label(it)));
        durations = histogram(
                "pulumiscale_update_duration_seconds", "From the first try of an update to its end.", registry);
        reactions = histogram(
                "pulumiscale_reaction_seconds",
                "From the arrival of an intent to the end of the update that applied it.",
                registry);
        conflicts = Counter.builder()
                .name("pulumiscale_lock_conflicts_total")
                .help("Tries of updates that found the stack locked by somebody else.")
                .register(registry);
        waits = histogram("pulumiscale_lock_wait_seconds", "How long an update waited for another's lock.", registry);
        GaugeWithCallback.builder()
                .name("pulumiscale_lock_waiting_seconds")
                .help("For how long another's lock is being waited for now; 0 if it is not.")
                .callback(gauge -> gauge.call(waitingNow()))
                .register(registry);
    }

    private static Histogram histogram(String name, String help, PrometheusRegistry registry) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .classicOnly()
                .classicUpperBounds(SECONDS)
                .register(registry);
    }

    synchronized void progress(UpdateProgress progress) {
        if (progress instanceof UpdateProgress.Waiting) {
            conflicts.inc();
            waitingSince.putIfAbsent(progress.update(), clock.instant());
        } else {
            waited(progress.update());
        }
    }

    @Override
    public synchronized void updated(Update update) {
        if (!update.status().ended()) {
            return;
        }
        waited(update.id());
        if (ended.put(update.id(), true) == null) {
            forget();
            count(update);
        }
    }

    private void count(Update update) {
        updates.labelValues(label(update.status())).inc();
        update.duration().ifPresent(it -> durations.observe(seconds(it)));
        if (update.status() == UpdateStatus.SUCCEEDED) {
            update.endedAt()
                    .ifPresent(end -> update.resizes().stream()
                            .flatMap(resize -> resize.intents().stream())
                            .map(IntentId::madeAt)
                            .flatMap(Optional::stream)
                            .forEach(arrival -> reactions.observe(seconds(Duration.between(arrival, end)))));
        }
    }

    private void waited(long update) {
        Instant since = waitingSince.remove(update);
        if (since != null) {
            waits.observe(seconds(Duration.between(since, clock.instant())));
        }
    }

    private synchronized double waitingNow() {
        return waitingSince.values().stream()
                .min(Instant::compareTo)
                .map(since -> seconds(Duration.between(since, clock.instant())))
                .orElse(0.0);
    }

    private void forget() {
        if (ended.size() > REMEMBERED) {
            ended.remove(ended.keySet().iterator().next());
        }
    }

    /** Two clocks may be apart. */
    private static double seconds(Duration duration) {
        return Math.max(0, duration.toMillis() / 1000.0);
    }

    private static String label(UpdateStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
