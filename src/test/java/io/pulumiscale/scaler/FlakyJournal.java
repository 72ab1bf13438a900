package io.pulumiscale.scaler;

import io.pulumiscale.journal.Appended;
import io.pulumiscale.journal.Journal;
import io.pulumiscale.journal.JournalException;
import io.pulumiscale.model.Decision;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Update;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Can be told not to write. */
final class FlakyJournal implements Journal {
    private final Journal real;
    private volatile boolean failNextEnd;

    FlakyJournal(Journal real) {
        this.real = real;
    }

    /** The next update's end cannot be written down. */
    void failNextEnd() {
        failNextEnd = true;
    }

    @Override
    public void save(Update update) {
        if (failNextEnd && update.status().ended()) {
            failNextEnd = false;
            throw new JournalException("the disk is full");
        }
        real.save(update);
    }

    @Override
    public List<Appended> append(List<ScalingIntent> intents) {
        return real.append(intents);
    }

    @Override
    public List<ScalingIntent> waiting() {
        return real.waiting();
    }

    @Override
    public void hold(Hold decision, Instant at) {
        real.hold(decision, at);
    }

    @Override
    public Update plan(List<Resize> resizes, Instant at) {
        return real.plan(resizes, at);
    }

    @Override
    public void withdraw(Update update, String why, Instant at) {
        real.withdraw(update, why, at);
    }

    @Override
    public List<Update> unfinished() {
        return real.unfinished();
    }

    @Override
    public List<Update> updates(int limit) {
        return real.updates(limit);
    }

    @Override
    public Optional<Decision> lastDecision(String pool) {
        return real.lastDecision(pool);
    }

    @Override
    public void close() {
        real.close();
    }
}
