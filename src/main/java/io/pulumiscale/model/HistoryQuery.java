package io.pulumiscale.model;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which decisions are asked for.
 *
 * @param pools of these alone; empty for all
 * @param since decided then or later
 * @param before with a smaller id: the next page
 * @param after with a larger id: what is new
 * @param limit at most so many, the newest; at least 1
 */
public record HistoryQuery(
        Set<String> pools, Optional<Instant> since, Optional<Long> before, Optional<Long> after, int limit) {
    public HistoryQuery {
        pools = Set.copyOf(pools);
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is at least 1, not " + limit);
        }
    }

    public static HistoryQuery latest(int limit) {
        return new HistoryQuery(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }

    public HistoryQuery of(Set<String> others) {
        return new HistoryQuery(others, since, before, after, limit);
    }

    public HistoryQuery since(Instant time) {
        return new HistoryQuery(pools, Optional.of(time), before, after, limit);
    }

    public HistoryQuery before(long id) {
        return new HistoryQuery(pools, since, Optional.of(id), after, limit);
    }

    public HistoryQuery after(long id) {
        return new HistoryQuery(pools, since, before, Optional.of(id), limit);
    }
}
