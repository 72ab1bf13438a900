package io.pulumiscale.scaler;

import io.pulumiscale.journal.Journal;
import io.pulumiscale.model.Execution;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Update;
import io.pulumiscale.update.Outcome;
import io.pulumiscale.update.UpdateRunner;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has updates carried out, and lets the journal know how far they are. */
final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final Journal journal;
    private final UpdateRunner updater;
    private final ObservedStack observed;
    private final Clock clock;

    Attempts(Journal journal, UpdateRunner updater, ObservedStack observed, Clock clock) {
        this.journal = journal;
        this.updater = updater;
        this.observed = observed;
        this.clock = clock;
    }

    /** @param update with how it went, not yet ended */
    record Attempted(Update update, Outcome outcome) {}

    Attempted at(Update planned) {
        Update running = begun(planned);
        journal.save(running);
        observed.updating(running);
        LOG.atInfo().addKeyValue("intents", intents(running)).log("update {}: {}", running.id(), running.message());
        try {
            UpdateRunner.Result result = updater.run(running, (tries, why) -> waiting(running, tries, why));
            return new Attempted(after(running, result), result.outcome());
        } finally {
            observed.idle();
        }
    }

    /** For whoever searches the log for one. */
    private static List<IntentId> intents(Update update) {
        return update.resizes().stream()
                .flatMap(resize -> resize.intents().stream())
                .toList();
    }

    private Update begun(Update planned) {
        Update running = planned.running(clock.instant());
        return updater.engineVersion()
                .map(version -> running.executed(running.execution().by(version)))
                .orElse(running);
    }

    private void waiting(Update running, int tries, String why) {
        journal.save(running.waiting(running.attempts() + tries, why));
    }

    private static Update after(Update running, UpdateRunner.Result result) {
        Execution execution = running.execution().attempted(running.attempts() + result.attempts());
        return running.executed(
                result.outcome() instanceof Outcome.Applied applied
                        ? applied.stackVersion().map(execution::recordedAs).orElse(execution)
                        : execution);
    }
}
