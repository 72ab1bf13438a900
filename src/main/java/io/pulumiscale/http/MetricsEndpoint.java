package io.pulumiscale.http;

/** {@code GET /metrics}: for Prometheus, in the format that it asks for. */
final class MetricsEndpoint implements Endpoint {
    private final Exposition exposition;

    MetricsEndpoint(Exposition exposition) {
        this.exposition = exposition;
    }

    static Route route(Observation observation) {
        MetricsEndpoint endpoint = new MetricsEndpoint(observation.metrics());
        return observation.openMetrics() ? Route.openGet("/metrics", endpoint) : Route.get("/metrics", endpoint);
    }

    @Override
    public Answer handle(Request request) {
        Exposition.Page page = exposition.page(request.header("Accept"));
        return Answer.text(page.contentType(), page.text());
    }
}
