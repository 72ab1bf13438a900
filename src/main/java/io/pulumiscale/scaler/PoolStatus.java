package io.pulumiscale.scaler;

import io.pulumiscale.model.Decided;
import io.pulumiscale.model.Pool;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A pool as it stands.
 *
 * @param currentSize the size that the stack remembers; empty until the stack was read for the first time, or if the
 *     stack does not have the pool yet
 * @param desiredSize the size that the update under way brings, else the current size
 * @param stale the stack was deployed with another specification of this pool than this scaler's; it does not scale it
 * @param stalled its last update was given up because the stack was never free; a person is needed
 */
public record PoolStatus(
        Pool pool,
        OptionalInt currentSize,
        OptionalInt desiredSize,
        boolean stale,
        boolean stalled,
        Optional<Decided> lastDecision,
        Outlook outlook) {}
