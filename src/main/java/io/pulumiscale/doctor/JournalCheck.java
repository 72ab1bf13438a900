package io.pulumiscale.doctor;

import io.pulumiscale.journal.JournalCondition;
import io.pulumiscale.journal.JournalException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the scaler is to remember what it accepts. */
final class JournalCheck implements Supplier<Finding> {
    private final Supplier<JournalCondition> journal;

    JournalCheck(Supplier<JournalCondition> journal) {
        this.journal = journal;
    }

    @Override
    public Finding get() {
        try {
            JournalCondition condition = journal.get();
            return condition
                    .worry()
                    .<Finding>map(worry -> new Finding.Warning(
                            "%s: %s".formatted(condition.text(), worry), "--journal names another place"))
                    .orElseGet(() -> new Finding.Fine(condition.text()));
        } catch (JournalException e) {
            return new Finding.Failed(
                    String.valueOf(e.getMessage()),
                    "--journal names another place; the user and the password of PostgreSQL are in PULUMISCALE_JOURNAL_USER and PULUMISCALE_JOURNAL_PASSWORD");
        }
    }

    /** The database's; empty if it has none, or cannot be asked. */
    Optional<Instant> clock() {
        try {
            return journal.get().clock();
        } catch (JournalException e) {
            return Optional.empty();
        }
    }
}
