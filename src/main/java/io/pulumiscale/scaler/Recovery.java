package io.pulumiscale.scaler;

import io.pulumiscale.journal.Journal;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
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

    boolean needed() {
        return !journal.unfinished().isEmpty();
    }

    /**
     * @param again carries out an update that was begun and of which the stack knows nothing yet. It is not decided again:
     *     the engine that the dead process has left may still be writing, and only the lock tells
     * @return the pools of updates that were settled without an engine
     */
    Set<String> run(Consumer<Update> again) {
        Set<String> settled = new TreeSet<>();
        for (Update update : journal.unfinished()) {
            if (allAt(update, Resize::from) && update.status() == UpdateStatus.RUNNING && possible(update)) {
                LOG.info("update {} was not finished by the process that began it: {}", update.id(), update.message());
                again.accept(update);
            } else {
                settle(update);
                update.resizes().forEach(resize -> settled.add(resize.pool()));
            }
        }
        return settled;
    }

    /** Where nobody can be writing any more. */
    void settle(Update update) {
        if (allAt(update, Resize::to)) {
            end(update, UpdateStatus.SUCCEEDED, "finished before the restart");
        } else if (allAt(update, Resize::from)) {
            LOG.info("update {} has changed nothing before the restart; its intents are decided again", update.id());
            journal.withdraw(update, "changed nothing before the restart", clock.instant());
        } else {
            end(update, UpdateStatus.FAILED, "not finished before the restart, and sizes have moved since");
        }
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
