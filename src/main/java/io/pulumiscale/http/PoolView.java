package io.pulumiscale.http;

import io.pulumiscale.model.Pool;
import io.pulumiscale.scaler.PoolStatus;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A pool as {@code /pools} shows it; a size that is not known is null. */
record PoolView(
        String name,
        String kind,
        int minSize,
        int maxSize,
        @Nullable Integer currentSize,
        @Nullable Integer desiredSize,
        boolean stale,
        @Nullable DecisionView lastDecision) {

    static PoolView of(PoolStatus status) {
        Pool pool = status.pool();
        return new PoolView(
                pool.name(),
                pool.kind().key(),
                pool.minSize(),
                pool.maxSize(),
                orNull(status.currentSize()),
                orNull(status.desiredSize()),
                status.stale(),
                status.lastDecision().map(DecisionView::of).orElse(null));
    }

    private static @Nullable Integer orNull(OptionalInt size) {
        return size.isPresent() ? size.getAsInt() : null;
    }
}
