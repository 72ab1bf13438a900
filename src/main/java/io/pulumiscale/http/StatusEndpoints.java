package io.pulumiscale.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.Update;
import io.pulumiscale.scaler.PoolStatus;
import io.pulumiscale.scaler.Readiness;
import io.pulumiscale.scaler.SizePoint;
import io.pulumiscale.scaler.StatusView;
import io.pulumiscale.webhook.SnsSubscription;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be asked without changing anything. */
final class StatusEndpoints {
    private static final int RECENT = 10;
    private static final int SEARCHED = 200;
    private static final String A_DAY = "P1D";

    private final StatusView status;
    private final SnsSubscription subscription;
    private final Supplier<List<String>> warnings;
    private final UnknownPools unknown;
    private final LongSupplier wrongTokens;
    private final Clock clock;

    /**
     * @param warnings all of them; who has no token sees only the subscription's
     * @param wrongTokens how many were shown since the start
     */
    StatusEndpoints(
            StatusView status,
            SnsSubscription subscription,
            Supplier<List<String>> warnings,
            UnknownPools unknown,
            LongSupplier wrongTokens,
            Clock clock) {
        this.status = status;
        this.subscription = subscription;
        this.warnings = warnings;
        this.unknown = unknown;
        this.wrongTokens = wrongTokens;
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
        return Answer.ok(new Health("ready", subscription.warning().stream().toList()));
    }

    Answer pools(Request request) {
        Grant grant = request.grant();
        List<PoolView> pools = visible(grant).map(PoolView::of).toList();
        String readiness = status.readiness() instanceof Readiness.NotReady notReady ? notReady.reason() : "ready";
        return Answer.ok(new Scaler(
                readiness,
                status.problem().orElse(null),
                warnings.get(),
                status.stackPage().map(URI::toASCIIString).orElse(null),
                underWay(grant),
                pools,
                unknown(grant, pools),
                updates(grant, grant.everywhere() ? RECENT : SEARCHED, update -> true),
                wrongTokens.getAsLong()));
    }

    Answer pool(Request request) {
        request.takesNoQueryBut("since");
        Grant grant = request.grant();
        String name = request.variable("pool");
        PoolStatus pool = status.pool(name)
                .filter(it -> grant.covers(name))
                .orElseThrow(() -> Refusal.unknownPool(
                        visible(grant).map(it -> it.pool().name()).toList()));
        Instant since = Times.since(request.query("since").orElse(A_DAY), clock);
        return Answer.ok(new OnePool(
                PoolView.of(pool),
                underWay(grant),
                status.sizes(name, since).stream().map(Size::of).toList(),
                updates(
                        grant,
                        SEARCHED,
                        update -> update.resizes().stream()
                                .anyMatch(it -> it.pool().equals(name)))));
    }

    private @Nullable UpdateView underWay(Grant grant) {
        return status.underWay().flatMap(it -> UpdateView.of(it, grant)).orElse(null);
    }

    private Stream<PoolStatus> visible(Grant grant) {
        return status.pools().stream().filter(it -> grant.covers(it.pool().name()));
    }

    private List<UpdateView> updates(Grant grant, int searched, Predicate<Update> which) {
        return status.updates(searched).stream()
                .filter(which)
                .map(update -> UpdateView.of(update, grant))
                .flatMap(Optional::stream)
                .limit(RECENT)
                .toList();
    }

    /** To whom may not see every pool, any other's name may be of one that there is. */
    private List<UnknownPools.View> unknown(Grant grant, List<PoolView> pools) {
        return grant.everywhere()
                ? unknown.unlike(pools.stream().map(PoolView::name).toList())
                : List.of();
    }

    private record Health(
            String status,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {}

    /** @param underWay while it waits for the stack's lock, its problem says whose that is */
    private record Scaler(
            String readiness,
            @Nullable String problem,
            List<String> warnings,
            @Nullable String stackPage,
            @Nullable UpdateView underWay,
            List<PoolView> pools,
            List<UnknownPools.View> unknownPools,
            List<UpdateView> updates,
            long wrongTokens) {}

    private record OnePool(
            @JsonUnwrapped PoolView pool, @Nullable UpdateView underWay, List<Size> sizes, List<UpdateView> updates) {}

    /** From this time on. */
    private record Size(String at, int size) {
        static Size of(SizePoint point) {
            return new Size(point.at().toString(), point.size());
        }
    }
}
