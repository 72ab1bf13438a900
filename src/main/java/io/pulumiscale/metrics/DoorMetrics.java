package io.pulumiscale.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.pulumiscale.http.Incidents;

/** What the front door turns away. */
final class DoorMetrics implements Incidents {
    private final Counter wrongTokens;
    private final Counter ignored;
    private final Counter unknownPools;

    DoorMetrics(PrometheusRegistry registry) {
        wrongTokens = counter("pulumiscale_authentication_failures_total", "Requests with a wrong token.", registry);
        ignored = counter(
                "pulumiscale_alerts_ignored_total", "Alerts in accepted deliveries that were ignored.", registry);
        unknownPools = counter(
                "pulumiscale_alerts_unknown_pool_total", "Alerts that named a pool that is not there.", registry);
    }

    private static Counter counter(String name, String help, PrometheusRegistry registry) {
        return Counter.builder().name(name).help(help).register(registry);
    }

    @Override
    public void wrongToken() {
        wrongTokens.inc();
    }

    @Override
    public void ignored(int alerts) {
        ignored.inc(alerts);
    }

    @Override
    public void unknownPool() {
        unknownPools.inc();
    }
}
