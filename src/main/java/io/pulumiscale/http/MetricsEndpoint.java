package io.pulumiscale.http;

/** {@code GET /metrics}: for Prometheus, in the format that it asks for. */
final class MetricsEndpoint implements PromptEndpoint {
    private final Exposition exposition;
    private final boolean open;

    private MetricsEndpoint(Exposition exposition, boolean open) {
        this.exposition = exposition;
        this.open = open;
    }

    static Route route(Observation observation) {
        MetricsEndpoint endpoint = new MetricsEndpoint(observation.metrics(), observation.openMetrics());
        return observation.openMetrics() ? Route.openGet("/metrics", endpoint) : Route.get("/metrics", endpoint);
    }

    @Override
    public Answer answer(Request request) {
        if (!open && !request.grant().everywhere()) {
            throw Refusal.forbidden("metrics are about every pool, and token %s is for some"
                    .formatted(request.grant().name()));
        }
        Exposition.Page page = exposition.page(request.header("Accept"));
        return Answer.text(page.contentType(), page.text());
    }
}
