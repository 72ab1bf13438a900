package io.pulumiscale.scaler;

import io.pulumiscale.journal.Journal;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles updates that nobody is at: a process has died over them, or their end could not be written down. What counts is
 * which sizes the stack remembers.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Journal journal;
    private final ObservedStack observed;
    private final Supplier<PoolCatalog> pools;
    private final Clock clock;

    Recovery(Journal journal, ObservedStack observed, Supplier<PoolCatalog> pools, Clock clock) {
        this.journal = journal;
        this.observed = observed;
        this.pools = pools;
        this.clock = clock;
    }

    /** The pools of updates that no engine is needed for. */
    Set<String> poolsWithoutEngine() {
        return journal.unfinished().stream()
                .filter(update -> !goesOn(update))
                .flatMap(update -> update.resizes().stream())
                .map(Resize::pool)
                .collect(Collectors.toSet());
    }

    /**
     * @param again carries out an update that was begun and of which the stack knows nothing yet. It is not decided again:
     *     the engine that the dead process has left may still be writing, and only the lock tells
     * @return whether there were any
     */
    boolean run(Consumer<Update> again) {
        List<Update> unfinished = journal.unfinished();
        for (Update update : unfinished) {
            if (goesOn(update)) {
                LOG.info("update {} was begun and not finished: {}", update.id(), update.message());
                again.accept(update);
            } else {
                settle(update);
            }
        }
        return !unfinished.isEmpty();
    }

    private boolean goesOn(Update update) {
        return allAt(update, Resize::from) && update.status() == UpdateStatus.RUNNING && possible(update);
    }

    /** Where nobody can be writing any more. */
    void settle(Update update) {
        if (allAt(update, Resize::to)) {
            end(update, UpdateStatus.SUCCEEDED, because(update, "all of it was done"));
        } else if (allAt(update, Resize::from)) {
            LOG.info("update {} has changed nothing; its intents are decided again", update.id());
            journal.withdraw(update, because(update, "it has changed nothing"), clock.instant());
        } else {
            end(update, UpdateStatus.FAILED, because(update, "it was not finished, and sizes have moved since"));
        }
    }

    private static String because(Update update, String end) {
        return "%s; %s".formatted(update.problem().orElse("the scaler was ended"), end);
    }

    private void end(Update update, UpdateStatus how, String problem) {
        LOG.warn("update {} {}: {}", update.id(), how, problem);
        journal.save(update.ended(how, Optional.of(problem), clock.instant()));
    }

    private boolean allAt(Update update, ToIntFunction<Resize> size) {
        return update.resizes().stream()
                .allMatch(resize -> observed.currentSize(resize.pool()).orElse(-1) == size.applyAsInt(resize));
    }

    /** Someone may have configured other bounds since. */
    private boolean possible(Update update) {
        PoolCatalog now = pools.get();
        return update.resizes().stream()
                .allMatch(resize -> now.find(resize.pool())
                        .filter(pool -> pool.clamp(resize.to()) == resize.to())
                        .isPresent());
    }
}
