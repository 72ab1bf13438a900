package io.pulumiscale.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.pulumiscale.model.Update;
import io.pulumiscale.scaler.PoolStatus;
import io.pulumiscale.scaler.Readiness;
import io.pulumiscale.scaler.SizePoint;
import io.pulumiscale.scaler.StatusView;
import io.pulumiscale.webhook.SnsSubscription;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be asked without changing anything. */
final class StatusEndpoints {
    private static final int RECENT = 10;
    private static final int SEARCHED = 200;
    private static final String A_DAY = "P1D";

    private final StatusView status;
    private final SnsSubscription subscription;
    private final UnknownPools unknown;
    private final Clock clock;

    StatusEndpoints(StatusView status, SnsSubscription subscription, UnknownPools unknown, Clock clock) {
        this.status = status;
        this.subscription = subscription;
        this.unknown = unknown;
        this.clock = clock;
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
                status.underWay().map(UpdateView::of).orElse(null),
                pools,
                unknown.unlike(pools.stream().map(PoolView::name).toList()),
                UpdateView.of(status.updates(RECENT))));
    }

    Answer pool(Request request) {
        request.takesNoQueryBut("since");
        PoolStatus pool = status.pool(request.variable("pool"))
                .orElseThrow(() -> Refusal.unknownPool(
                        status.pools().stream().map(it -> it.pool().name()).toList()));
        String name = pool.pool().name();
        Instant since = Times.since(request.query("since").orElse(A_DAY), clock);
        return Answer.ok(new OnePool(
                PoolView.of(pool),
                status.underWay().map(UpdateView::of).orElse(null),
                status.sizes(name, since).stream().map(Size::of).toList(),
                UpdateView.of(updatesOf(name))));
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

    /** @param underWay while it waits for the stack's lock, its problem says whose that is */
    private record Scaler(
            String readiness,
            @Nullable String problem,
            List<String> warnings,
            @Nullable UpdateView underWay,
            List<PoolView> pools,
            List<UnknownPools.View> unknownPools,
            List<UpdateView> updates) {}

    private record OnePool(
            @JsonUnwrapped PoolView pool, @Nullable UpdateView underWay, List<Size> sizes, List<UpdateView> updates) {}

    /** From this time on. */
    private record Size(String at, int size) {
        static Size of(SizePoint point) {
            return new Size(point.at().toString(), point.size());
        }
    }
}
