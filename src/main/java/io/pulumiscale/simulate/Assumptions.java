package io.pulumiscale.simulate;

import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Threshold;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the replay is of.
 *
 * @param thresholds that metrics are compared with, by pool
 * @param sizes at the beginning, by pool, where they are not the pools' initial ones
 * @param load metrics are the whole pool's, and each instance has its part of them
 * @param takes how long an update takes
 * @param step how often is decided
 * @param approves somebody gives his word at once whenever it is asked for; else nobody does
 */
public record Assumptions(
        PoolCatalog catalog,
        Map<String, List<Threshold>> thresholds,
        Map<String, Integer> sizes,
        boolean load,
        Duration takes,
        Duration step,
        boolean approves) {
    public Assumptions {
        thresholds = Map.copyOf(thresholds);
        sizes = Map.copyOf(sizes);
        if (step.isZero() || step.isNegative() || takes.isNegative()) {
            throw new IllegalArgumentException("time goes forward: %s, %s".formatted(step, takes));
        }
    }
}
