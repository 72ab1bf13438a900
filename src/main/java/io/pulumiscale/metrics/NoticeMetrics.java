package io.pulumiscale.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.pulumiscale.notice.NoticeListener;

/** What becomes of notices. */
final class NoticeMetrics implements NoticeListener {
    private final Counter notices;
    private final Counter failures;

    NoticeMetrics(PrometheusRegistry registry) {
        notices = Counter.builder()
                .name("pulumiscale_notices_total")
                .help("Notices that a receiver has taken, or that were dropped.")
                .labelNames("receiver", "outcome")
                .register(registry);
        failures = Counter.builder()
                .name("pulumiscale_notice_failures_total")
                .help("Tries to send a notice that failed and may be repeated.")
                .labelNames("receiver")
                .register(registry);
    }

    @Override
    public void sent(String receiver) {
        notices.labelValues(receiver, "sent").inc();
    }

    @Override
    public void failed(String receiver) {
        failures.labelValues(receiver).inc();
    }

    @Override
    public void dropped(String receiver, int some) {
        notices.labelValues(receiver, "dropped").inc(some);
    }
}
