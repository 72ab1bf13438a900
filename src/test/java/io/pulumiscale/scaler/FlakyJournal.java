package io.pulumiscale.scaler;

import io.pulumiscale.journal.Appended;
import io.pulumiscale.journal.Journal;
import io.pulumiscale.journal.JournalException;
import io.pulumiscale.journal.Lease;
import io.pulumiscale.model.Alert;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Decided;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.EngineRun;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.HistoryQuery;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.IntentStory;
import io.pulumiscale.model.Notice;
import io.pulumiscale.model.Pause;
import io.pulumiscale.model.PoolHistory;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.SizeChange;
import io.pulumiscale.model.Update;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Can be told not to write. */
final class FlakyJournal implements Journal {
    private final Journal real;
    private volatile boolean failNextEnd;
    private volatile Lease lease = Lease.sole();

    FlakyJournal(Journal real) {
        this.real = real;
    }

    /** The next update's end cannot be written down. */
    void failNextEnd() {
        failNextEnd = true;
    }

    void lease(Lease other) {
        lease = other;
    }

    @Override
    public Lease lease() {
        return lease;
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
    public List<Appended> append(List<ScalingIntent> intents, List<AlertEnd> ends, Instant at, int mostWaiting) {
        return real.append(intents, ends, at, mostWaiting);
    }

    @Override
    public Map<String, IntentId> known(Collection<String> keys) {
        return real.known(keys);
    }

    @Override
    public List<Alert> alerts(Instant endedSince) {
        return real.alerts(endedSince);
    }

    @Override
    public Map<String, PoolHistory> histories() {
        return real.histories();
    }

    @Override
    public Approval ask(Resize resize, Instant at, Instant expiresAt) {
        return real.ask(resize, at, expiresAt);
    }

    @Override
    public Optional<Approval> approve(long approval, Instant now) {
        return real.approve(approval, now);
    }

    @Override
    public Optional<Approval> decline(long approval, Declined word) {
        return real.decline(approval, word);
    }

    @Override
    public void close(Approval approval, ApprovalStatus how) {
        real.close(approval, how);
    }

    @Override
    public List<Approval> approvals() {
        return real.approvals();
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
    public Map<String, Decided> lastDecisions() {
        return real.lastDecisions();
    }

    @Override
    public List<HistoryEntry> history(HistoryQuery query) {
        return real.history(query);
    }

    @Override
    public Optional<IntentStory> intent(IntentId id) {
        return real.intent(id);
    }

    @Override
    public List<SizeChange> sizes(String pool, Instant since, int limit) {
        return real.sizes(pool, since, limit);
    }

    @Override
    public Set<String> stalled() {
        return real.stalled();
    }

    @Override
    public void pause(List<Pause> pauses) {
        real.pause(pauses);
    }

    @Override
    public void resume(String pool, Set<Direction> directions) {
        real.resume(pool, directions);
    }

    @Override
    public List<Pause> pauses() {
        return real.pauses();
    }

    @Override
    public void save(EngineRun run) {
        real.save(run);
    }

    @Override
    public List<EngineRun> engineRuns() {
        return real.engineRuns();
    }

    @Override
    public void follow(String receiver) {
        real.follow(receiver);
    }

    @Override
    public List<Notice> notices(String receiver, int limit) {
        return real.notices(receiver, limit);
    }

    @Override
    public void told(String receiver, long notice) {
        real.told(receiver, notice);
    }

    @Override
    public void close() {
        real.close();
    }
}
