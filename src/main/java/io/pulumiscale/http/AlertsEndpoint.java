package io.pulumiscale.http;

import io.pulumiscale.webhook.AlertAdapter;

/** {@code POST /webhook/alertmanager}: Alertmanager's groups, and Prometheus's bare lists. */
final class AlertsEndpoint implements Endpoint {
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
