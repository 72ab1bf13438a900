package io.pulumiscale.http;

import io.pulumiscale.webhook.AlertAdapter;

/**
 * {@code POST /webhook/alertmanager}: Alertmanager's groups, and Prometheus's bare lists. Prometheus itself posts to
 * {@link #OF_PROMETHEUS} below what it is configured with.
 */
final class AlertsEndpoint implements Endpoint {
    static final String PATH = "/webhook/alertmanager";
    static final String OF_PROMETHEUS = PATH + "/api/v2/alerts";

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

    @Override
    public Answer handle(Request request) {
        return reception.take(request, adapter.read(request.body(), request.grant()::narrow));
    }
}
