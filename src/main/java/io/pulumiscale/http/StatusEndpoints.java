package io.pulumiscale.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.Update;
import io.pulumiscale.scaler.PoolStatus;
import io.pulumiscale.scaler.Readiness;
import io.pulumiscale.scaler.StatusView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be asked without changing anything. */
final class StatusEndpoints {
    private static final int RECENT = 10;
    private static final int SEARCHED = 200;

    private final StatusView status;
    private final LongSupplier wrongTokens;

    /** @param wrongTokens how many were shown since the start */
    StatusEndpoints(StatusView status, LongSupplier wrongTokens) {
        this.status = status;
        this.wrongTokens = wrongTokens;
    }

    /** The process answers; whether it can work is another question. */
    Answer alive(Request request) {
        return Answer.ok(Map.of("status", "alive"));
    }

    Answer ready(Request request) {
        if (status.readiness() instanceof Readiness.NotReady notReady) {
            throw Refusal.notNow(notReady.reason());
        }
        return Answer.ok(Map.of("status", "ready"));
    }

    Answer pools(Request request) {
        Grant grant = request.grant();
        List<PoolView> pools = visible(grant).map(PoolView::of).toList();
        String readiness = status.readiness() instanceof Readiness.NotReady notReady ? notReady.reason() : "ready";
        return Answer.ok(new Scaler(
                readiness,
                status.problem().orElse(null),
                pools,
                updates(grant, grant.everywhere() ? RECENT : SEARCHED, update -> true),
                wrongTokens.getAsLong()));
    }

    Answer pool(Request request) {
        Grant grant = request.grant();
        String name = request.variable("pool");
        PoolStatus pool = status.pool(name)
                .filter(it -> grant.covers(name))
                .orElseThrow(() -> Refusal.unknownPool(
                        visible(grant).map(it -> it.pool().name()).toList()));
        return Answer.ok(new OnePool(
                PoolView.of(pool),
                updates(
                        grant,
                        SEARCHED,
                        update -> update.resizes().stream()
                                .anyMatch(it -> it.pool().equals(name)))));
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

    private record Scaler(
            String readiness,
            @Nullable String problem,
            List<PoolView> pools,
            List<UpdateView> updates,
            long wrongTokens) {}

    private record OnePool(@JsonUnwrapped PoolView pool, List<UpdateView> updates) {}
}
