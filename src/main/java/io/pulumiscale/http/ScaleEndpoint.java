package io.pulumiscale.http;

import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.webhook.ManualAdapter;
import io.pulumiscale.webhook.Received;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** {@code POST /scale/{pool}}: what a person asks for. */
final class ScaleEndpoint implements Endpoint {
    private static final List<String> QUERY = List.of("dryRun", Credentials.QUERY);

    private final Supplier<PoolCatalog> catalog;
    private final ManualAdapter adapter;
    private final Reception reception;

    ScaleEndpoint(Supplier<PoolCatalog> catalog, ManualAdapter adapter, Reception reception) {
        this.catalog = catalog;
        this.adapter = adapter;
        this.reception = reception;
    }

    @Override
    public void check(Request request) {
        reception.checkReady();
        Pool unused = pool(request);
        refuseUnknownQuery(request);
        MediaTypes.JSON.check(request);
    }

    @Override
    public CompletionStage<Answer> handle(Request request) {
        ScalingIntent intent =
                adapter.read(pool(request), request.body(), request.header("Idempotency-Key"), request.signature());
        return reception.take(request, new Received(List.of(intent), List.of(), List.of()));
    }

    private Pool pool(Request request) {
        PoolCatalog pools = request.grant().narrow(catalog.get());
        return pools.find(request.variable("pool"))
                .orElseThrow(() -> Refusal.unknownPool(pools.byName().keySet()));
    }

    /** Whoever writes {@code ?dryrun=true} would scale in earnest. */
    private static void refuseUnknownQuery(Request request) {
        if (!QUERY.containsAll(request.queryNames())) {
            throw Refusal.badRequest("this path takes no query but " + String.join(", ", QUERY));
        }
    }
}
