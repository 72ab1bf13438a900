package io.pulumiscale.scaler;

import io.pulumiscale.journal.Journal;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import io.pulumiscale.update.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds pools whose resource has the size that an update of ours was to bring, while the stack still remembers the one
 * before: the update ended between the resource's step and the outputs. The next whole `pulumi up` would set it back. One
 * that was withdrawn has changed nothing, and hides none before it.
 */
final class HalfDone {
    private static final Logger LOG = LoggerFactory.getLogger(HalfDone.class);
    private static final int SEARCHED = 200;

    /** One that is stalled may have been begun by an engine before. */
    private static final Set<UpdateStatus> FELL_SHORT = Set.of(UpdateStatus.FAILED, UpdateStatus.STALLED);

    private final Journal journal;
    private final ObservedStack observed;
    private final Supplier<PoolCatalog> pools;

    HalfDone(Journal journal, ObservedStack observed, Supplier<PoolCatalog> pools) {
        this.journal = journal;
        this.observed = observed;
        this.pools = pools;
    }

    /** What is left to do, for the stack as it was just seen. */
    List<Resize> rest(Checkpoint state) {
        List<Update> latest = journal.updates(SEARCHED);
        List<Resize> rest = new ArrayList<>();
        for (Pool pool : pools.get().byName().values()) {
            Optional<Integer> remembered = observed.scalableSize(pool.name());
            Integer actual = state.sizes().get(pool.name());
            if (remembered.isPresent() && actual != null && !actual.equals(remembered.get())) {
                rest(latest, pool, remembered.get(), actual).ifPresent(rest::add);
            }
        }
        return rest;
    }

    private static Optional<Resize> rest(List<Update> latest, Pool pool, int remembered, int actual) {
        Optional<Resize> rest = of(latest, pool.name())
                .filter(update -> FELL_SHORT.contains(update.status()) && pool.clamp(actual) == actual)
                .flatMap(update -> rest(update, pool.name(), remembered, actual));
        if (rest.isEmpty()) {
            LOG.warn(
                    "the state has {} at {}, the stack remembers {}, and it was no update of this scaler;"
                            + " the next resize or `pulumi up` makes them equal",
                    pool.name(),
                    actual,
                    remembered);
        }
        return rest;
    }

    /** The latest that may have resized the pool. */
    private static Optional<Update> of(List<Update> latest, String pool) {
        return latest.stream()
                .filter(update -> update.status() != UpdateStatus.WITHDRAWN)
                .filter(update -> update.resizes().stream()
                        .anyMatch(resize -> resize.pool().equals(pool)))
                .findFirst();
    }

    private static Optional<Resize> rest(Update update, String pool, int remembered, int actual) {
        return update.resizes().stream()
                .filter(resize -> resize.pool().equals(pool) && resize.from() == remembered && resize.to() == actual)
                .map(resize -> new Resize(pool, remembered, actual, reason(update, resize), List.of()))
                .findFirst();
    }

    /** However often it is tried. */
    private static String reason(Update update, Resize resize) {
        return resize.reason().startsWith("finishing ")
                ? resize.reason()
                : "finishing update %d, %s".formatted(update.id(), resize.reason());
    }
}
