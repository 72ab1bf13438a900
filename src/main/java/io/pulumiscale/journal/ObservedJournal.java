package io.pulumiscale.journal;

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
import io.pulumiscale.model.UpdateStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners what was written. What they do with it changes nothing of what is written. */
public final class ObservedJournal implements Journal {
    private static final Logger LOG = LoggerFactory.getLogger(ObservedJournal.class);

    private final Journal journal;
    private final List<JournalListener> listeners;

    public ObservedJournal(Journal journal, List<JournalListener> listeners) {
        this.journal = journal;
        this.listeners = List.copyOf(listeners);
    }

    private void tell(Consumer<JournalListener> news) {
        for (JournalListener listener : listeners) {
            try {
                news.accept(listener);
                listener.changed();
            } catch (RuntimeException e) {
                LOG.warn("a listener of the journal failed", e);
            }
        }
    }

    private void tellOfAChange() {
        tell(listener -> {});
    }

    @Override
    public List<Appended> append(List<ScalingIntent> intents, List<AlertEnd> ends, Instant at) {
        List<Appended> results = journal.append(intents, ends, at);
        tell(listener -> listener.received(intents, results));
        return results;
    }

    @Override
    public List<Appended> append(List<ScalingIntent> intents, List<AlertEnd> ends, Instant at, int mostWaiting) {
        List<Appended> results = journal.append(intents, ends, at, mostWaiting);
        tell(listener -> listener.received(intents, results));
        return results;
    }

    @Override
    public CompletionStage<List<Appended>> appendAsync(
            List<ScalingIntent> intents, List<AlertEnd> ends, Instant at, int mostWaiting) {
        return journal.appendAsync(intents, ends, at, mostWaiting).thenApply(results -> {
            tell(listener -> listener.received(intents, results));
            return results;
        });
    }

    @Override
    public void hold(Hold decision, Instant at) {
        journal.hold(decision, at);
        tell(listener -> listener.held(decision));
    }

    @Override
    public Update plan(List<Resize> resizes, Instant at) {
        Update planned = journal.plan(resizes, at);
        tell(listener -> listener.planned(planned));
        return planned;
    }

    @Override
    public void save(Update update) {
        journal.save(update);
        tell(listener -> listener.updated(update));
    }

    @Override
    public void withdraw(Update update, String why, Instant at) {
        journal.withdraw(update, why, at);
        tell(listener -> listener.updated(update.ended(UpdateStatus.WITHDRAWN, Optional.of(why), at)));
    }

    @Override
    public Approval ask(Resize resize, Instant at, Instant expiresAt) {
        Approval asked = journal.ask(resize, at, expiresAt);
        tell(listener -> listener.asked(asked));
        return asked;
    }

    @Override
    public Optional<Approval> approve(long approval, Instant now) {
        Optional<Approval> approved = journal.approve(approval, now);
        tellOfAChange();
        return approved;
    }

    @Override
    public Optional<Approval> decline(long approval, Declined word) {
        Optional<Approval> declined = journal.decline(approval, word);
        declined.flatMap(Approval::declined)
                .filter(it -> it.at().equals(word.at())) // another's no may have been before
                .ifPresentOrElse(
                        it -> tell(listener -> listener.declined(declined.orElseThrow())), this::tellOfAChange);
        return declined;
    }

    @Override
    public void close(Approval approval, ApprovalStatus how) {
        journal.close(approval, how);
        tellOfAChange();
    }

    @Override
    public void pause(List<Pause> pauses) {
        journal.pause(pauses);
        tellOfAChange();
    }

    @Override
    public void resume(String pool, Set<Direction> directions) {
        journal.resume(pool, directions);
        tellOfAChange();
    }

    @Override
    public void save(EngineRun run) {
        journal.save(run);
    }

    @Override
    public List<EngineRun> engineRuns() {
        return journal.engineRuns();
    }

    @Override
    public List<ScalingIntent> waiting() {
        return journal.waiting();
    }

    @Override
    public Map<String, IntentId> known(Collection<String> keys) {
        return journal.known(keys);
    }

    @Override
    public List<Alert> alerts(Instant endedSince) {
        return journal.alerts(endedSince);
    }

    @Override
    public Map<String, PoolHistory> histories() {
        return journal.histories();
    }

    @Override
    public List<Update> unfinished() {
        return journal.unfinished();
    }

    @Override
    public List<Update> updates(int limit) {
        return journal.updates(limit);
    }

    @Override
    public Map<String, Decided> lastDecisions() {
        return journal.lastDecisions();
    }

    @Override
    public List<HistoryEntry> history(HistoryQuery query) {
        return journal.history(query);
    }

    @Override
    public Optional<IntentStory> intent(IntentId id) {
        return journal.intent(id);
    }

    @Override
    public List<SizeChange> sizes(String pool, Instant since, int limit) {
        return journal.sizes(pool, since, limit);
    }

    @Override
    public Set<String> stalled() {
        return journal.stalled();
    }

    @Override
    public List<Approval> approvals() {
        return journal.approvals();
    }

    @Override
    public List<Pause> pauses() {
        return journal.pauses();
    }

    @Override
    public Lease lease() {
        return journal.lease();
    }

    @Override
    public void follow(String receiver) {
        journal.follow(receiver);
    }

    @Override
    public List<Notice> notices(String receiver, int limit) {
        return journal.notices(receiver, limit);
    }

    @Override
    public void told(String receiver, long notice) {
        journal.told(receiver, notice);
    }

    @Override
    public void close() {
        journal.close();
    }
}
