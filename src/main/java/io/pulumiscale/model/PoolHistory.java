package io.pulumiscale.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What deciding needs to know of a pool's past, by the scaler's clock.
 *
 * @param resizedAt when its last resize was applied
 * @param failedAt when its last update ended without success, if that is later
 */
public record PoolHistory(Optional<Instant> resizedAt, Optional<Instant> failedAt) {

    public static PoolHistory none() {
        return new PoolHistory(Optional.empty(), Optional.empty());
    }
}
