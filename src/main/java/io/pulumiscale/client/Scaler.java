package io.pulumiscale.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a scaler says of itself and its pools.
 *
 * @param stackPage where people see the stack's history, where the backend shows it
 */
public record Scaler(
        String readiness,
        @Nullable String problem,
        List<String> warnings,
        @Nullable String stackPage,
        @Nullable Update underWay,
        List<Pool> pools,
        List<UnknownPool> unknownPools,
        List<Update> updates,
        long wrongTokens) {

    /** Alerts have named it, and it is not there; without a name, they had no label for one. */
    public record UnknownPool(@Nullable String pool, long alerts, Instant lastAt) {}

    boolean ready() {
        return readiness.equals("ready");
    }

    List<String> names() {
        return pools.stream().map(Pool::name).toList();
    }

    Optional<Pool> pool(String name) {
        return pools.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    long firing() {
        return pools.stream()
                .flatMap(pool -> pool.firing().stream())
                .filter(Pool.Firing::counts)
                .count();
    }
}
