package io.pulumiscale.webhook;

import io.pulumiscale.model.Source;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Prometheus itself: an alert is on while its end is in the future, and its labels are all that identifies it. */
final class PrometheusDialect implements AlertDialect {
    private final IntentFactory intents;

    PrometheusDialect(IntentFactory intents) {
        this.intents = intents;
    }

    @Override
    public Source source() {
        return Source.PROMETHEUS;
    }

    @Override
    public boolean sendsEverything() {
        return true;
    }

    @Override
    public Optional<Boolean> firing(Place alert) {
        return ending(alert).map(end -> end.isAfter(intents.now()));
    }

    @Override
    public Optional<String> fingerprint(Place alert, Map<String, String> labels) {
        return Optional.of(Fingerprint.of(labels));
    }

    @Override
    public Instant endedAt(Place alert) {
        return ending(alert).orElseGet(intents::now);
    }

    private static Optional<Instant> ending(Place alert) {
        return Timestamps.rfc3339(alert.get("endsAt"));
    }
}
