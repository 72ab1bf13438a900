package io.pulumiscale.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.pulumiscale.model.Update;
import io.pulumiscale.scaler.PoolStatus;
import io.pulumiscale.scaler.Readiness;
import io.pulumiscale.scaler.StatusView;
import io.pulumiscale.webhook.SnsSubscription;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be asked without changing anything. */
final class StatusEndpoints {
    private static final int RECENT = 10;
    private static final int SEARCHED = 200;

    private final StatusView status;
    private final SnsSubscription subscription;
    private final UnknownPools unknown;

    StatusEndpoints(StatusView status, SnsSubscription subscription, UnknownPools unknown) {
        this.status = status;
        this.subscription = subscription;
        this.unknown = unknown;
    }

    /** The process answers; whether it can work is another question. */
    Answer alive(Request request) {
        return Answer.ok(Map.of("status", "alive"));
    }

    Answer ready(Request request) {
        if (status.readiness() instanceof Readiness.NotReady notReady) {
            throw Refusal.notNow(notReady.reason());
        }
        return Answer.ok(new Health("ready", warnings()));
    }

    Answer pools(Request request) {
        List<PoolView> pools = status.pools().stream().map(PoolView::of).toList();
        String readiness = status.readiness() instanceof Readiness.NotReady notReady ? notReady.reason() : "ready";
        return Answer.ok(new Scaler(
                readiness,
                status.problem().orElse(null),
                warnings(),
                pools,
                unknown.unlike(pools.stream().map(PoolView::name).toList()),
                UpdateView.of(status.updates(RECENT))));
    }

    Answer pool(Request request) {
        PoolStatus pool = status.pool(request.variable("pool"))
                .orElseThrow(() -> Refusal.unknownPool(
                        status.pools().stream().map(it -> it.pool().name()).toList()));
        return Answer.ok(new OnePool(
                PoolView.of(pool), UpdateView.of(updatesOf(pool.pool().name()))));
    }

    private List<Update> updatesOf(String pool) {
        return status.updates(SEARCHED).stream()
                .filter(update ->
                        update.resizes().stream().anyMatch(it -> it.pool().equals(pool)))
                .limit(RECENT)
                .toList();
    }

    private List<String> warnings() {
        return subscription.warning().stream().toList();
    }

    private record Health(
            String status,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {}

    private record Scaler(
            String readiness,
            @Nullable String problem,
            List<String> warnings,
            List<PoolView> pools,
            List<UnknownPools.View> unknownPools,
            List<UpdateView> updates) {}

    private record OnePool(@JsonUnwrapped PoolView pool, List<UpdateView> updates) {}
}
