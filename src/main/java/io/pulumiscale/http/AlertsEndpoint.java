package io.pulumiscale.http;

import io.pulumiscale.webhook.AlertAdapter;
import java.util.concurrent.CompletionStage;

/**
 * {@code POST /webhook/alertmanager}: Alertmanager's groups, and Prometheus's bare lists. Prometheus itself posts to
 * {@link #OF_PROMETHEUS} below what it is configured with.
 */
final class AlertsEndpoint implements Endpoint {
    static final String PATH = "/webhook/alertmanager";
    static final String OF_PROMETHEUS = PATH + "/api/v2/alerts";

    /** Some dozens of alerts, read in less than a millisecond. */
    private static final int BRIEF_BYTES = 64 << 10;

    private final AlertAdapter adapter;
    private final Reception reception;

    AlertsEndpoint(AlertAdapter adapter, Reception reception) {
        this.adapter = adapter;
        this.reception = reception;
    }

    @Override
    public void check(Request request) {
        reception.checkReady();
        MediaTypes.JSON.check(request);
    }

    /** A dry run reads the journal. */
    @Override
    public boolean isBrief(Request request) {
        return request.body().length <= BRIEF_BYTES && !request.queryNames().contains("dryRun");
    }

    @Override
    public CompletionStage<Answer> handle(Request request) {
        return reception.take(request, adapter.read(request.body(), request.grant()::narrow));
    }
}
