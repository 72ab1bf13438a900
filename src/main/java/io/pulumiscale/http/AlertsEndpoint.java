package io.pulumiscale.http;

import io.pulumiscale.webhook.AlertAdapter;
import java.io.IOException;

/** {@code POST /webhook/alertmanager}: Alertmanager's groups, and Prometheus's bare lists. */
final class AlertsEndpoint implements Endpoint {
    private final AlertAdapter adapter;
    private final Reception reception;

    AlertsEndpoint(AlertAdapter adapter, Reception reception) {
        this.adapter = adapter;
        this.reception = reception;
    }

    @Override
    public Answer handle(Request request) throws IOException {
        reception.checkReady();
        MediaTypes.JSON.check(request);
        return reception.take(request, adapter.read(request.body()));
    }
}
