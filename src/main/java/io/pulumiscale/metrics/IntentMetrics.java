package io.pulumiscale.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.pulumiscale.journal.Appended;
import io.pulumiscale.journal.JournalListener;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import io.pulumiscale.model.Update;
import java.util.List;
import java.util.Locale;

/** What is asked, and what is decided. */
final class IntentMetrics implements JournalListener {
    private static final String ACCEPTED = "accepted";
    private static final String DUPLICATE = "duplicate";

    private final Counter intents;
    private final Counter decisions;

    IntentMetrics(PrometheusRegistry registry) {
        intents = Counter.builder()
                .name("pulumiscale_intents_total")
                .help("Intents that were taken in, by who sent them and whether they were new.")
                .labelNames("source", "outcome")
                .register(registry);
        decisions = Counter.builder()
                .name("pulumiscale_decisions_total")
                .help("Decisions of this scaler, by pool and kind.")
                .labelNames("pool", "kind")
                .register(registry);
        for (Source source : Source.values()) {
            intents.initLabelValues(label(source), ACCEPTED);
            intents.initLabelValues(label(source), DUPLICATE);
        }
    }

    @Override
    public void received(List<ScalingIntent> received, List<Appended> results) {
        for (int i = 0; i < received.size(); i++) {
            boolean duplicate = results.get(i) instanceof Appended.Duplicate;
            intents.labelValues(label(received.get(i).source()), duplicate ? DUPLICATE : ACCEPTED)
                    .inc();
        }
    }

    @Override
    public void held(Hold decision) {
        decided(decision.pool(), "hold");
    }

    @Override
    public void planned(Update update) {
        for (Resize resize : update.resizes()) {
            decided(resize.pool(), resize.to() > resize.from() ? "scale_out" : "scale_in");
        }
    }

    @Override
    public void asked(Approval approval) {
        decided(approval.pool(), "approval");
    }

    @Override
    public void declined(Approval approval) {
        decided(approval.pool(), "declined");
    }

    private void decided(String pool, String kind) {
        decisions.labelValues(pool, kind).inc();
    }

    private static String label(Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }
}
