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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A journal that lasts as long as the process, and remembers the last {@code capacity} intents, alerts and updates. */
public final class MemoryJournal implements Journal {
    private final int capacity;
    private final Map<String, IntentId> known;
    private final Map<IntentId, ScalingIntent> unanswered = new LinkedHashMap<>(); // in order of arrival
    private final Set<IntentId> planned = new HashSet<>();
    private final NavigableMap<Long, Update> updates = new TreeMap<>(Comparator.reverseOrder());
    private final Map<String, PoolHistory> histories = new HashMap<>();
    private final MemoryHistory history;
    private final MemoryPauses pauses = new MemoryPauses();
    private final Set<String> stalled = new HashSet<>();
    private final MemoryAlerts alerts;
    private final MemoryApprovals approvals = new MemoryApprovals();
    private final MemoryEngineRuns engineRuns = new MemoryEngineRuns();
    private final MemoryNotices notices;
    private long lastUpdate;

    /** @param capacity how many deduplication keys, alerts and updates are remembered; at least 1 */
    public MemoryJournal(int capacity) {
        this.capacity = capacity;
        this.known = new Latest<>(capacity);
        this.alerts = new MemoryAlerts(capacity);
        this.history = new MemoryHistory(capacity, updates);
        this.notices = new MemoryNotices(capacity);
    }

    @Override
    public synchronized List<Appended> append(
            List<ScalingIntent> intents, List<AlertEnd> ends, Instant at, int mostWaiting) {
        long fresh = intents.stream()
                .map(ScalingIntent::deduplicationKey)
                .filter(key -> !known.containsKey(key))
                .distinct()
                .count();
        if (fresh > 0) {
            JournalFull.check(Math.toIntExact(waiting().size() + fresh), mostWaiting);
        }
        ends.forEach(end -> alerts.ended(end, at));
        return intents.stream().map(this::append).toList();
    }

    private Appended append(ScalingIntent intent) {
        IntentId earlier = known.putIfAbsent(intent.deduplicationKey(), intent.id());
        if (earlier != null) {
            return new Appended.Duplicate(earlier);
        }
        unanswered.put(intent.id(), intent);
        history.received(intent);
        alerts.fired(intent);
        return new Appended.Accepted(intent.id());
    }

    @Override
    public synchronized Map<String, IntentId> known(Collection<String> keys) {
        return keys.stream().distinct().filter(known::containsKey).collect(Collectors.toMap(key -> key, known::get));
    }

    @Override
    public synchronized List<ScalingIntent> waiting() {
        return unanswered.values().stream()
                .filter(intent -> !planned.contains(intent.id()))
                .toList();
    }

    @Override
    public synchronized List<Alert> alerts(Instant endedSince) {
        return alerts.list(endedSince, waiting());
    }

    @Override
    public synchronized Map<String, PoolHistory> histories() {
        return Map.copyOf(histories);
    }

    @Override
    public synchronized void hold(Hold decision, Instant at) {
        decision.intents().forEach(unanswered::remove);
        history.decided(decision, at, Optional.empty());
        notices.held(decision, at);
    }

    @Override
    public synchronized Update plan(List<Resize> resizes, Instant at) {
        Update update = Update.planned(++lastUpdate, resizes, at);
        for (Resize resize : resizes) {
            history.decided(resize, at, Optional.of(update.id()));
            planned.addAll(resize.intents());
        }
        remember(update);
        return update;
    }

    @Override
    public synchronized void save(Update update) {
        if (update.status().ended()) {
            intents(update).forEach(unanswered::remove);
            intents(update).forEach(planned::remove);
            update.resizes().forEach(resize -> ended(resize.pool(), update));
            notices.ended(update);
        }
        remember(update);
    }

    @Override
    public synchronized void withdraw(Update update, String why, Instant at) {
        intents(update).forEach(planned::remove);
        remember(update.ended(UpdateStatus.WITHDRAWN, Optional.of(why), at));
    }

    @Override
    public synchronized List<Update> unfinished() {
        return updates.descendingMap().values().stream()
                .filter(update -> !update.status().ended())
                .toList();
    }

    @Override
    public synchronized List<Update> updates(int limit) {
        return updates.values().stream().limit(limit).toList();
    }

    @Override
    public synchronized Map<String, Decided> lastDecisions() {
        return history.last();
    }

    @Override
    public synchronized List<HistoryEntry> history(HistoryQuery query) {
        return history.list(query);
    }

    @Override
    public synchronized Optional<IntentStory> intent(IntentId id) {
        ScalingIntent waits = unanswered.get(id);
        boolean waiting = waits != null && !planned.contains(id);
        return Optional.ofNullable(waits)
                .or(() -> history.intent(id))
                .map(it -> new IntentStory(it, waiting, history.about(id)));
    }

    @Override
    public synchronized List<SizeChange> sizes(String pool, Instant since, int limit) {
        return history.sizes(pool, since, limit);
    }

    @Override
    public synchronized Set<String> stalled() {
        return Set.copyOf(stalled);
    }

    @Override
    public synchronized void pause(List<Pause> some) {
        some.forEach(pauses::pause);
    }

    @Override
    public synchronized void resume(String pool, Set<Direction> directions) {
        pauses.resume(pool, directions);
    }

    @Override
    public synchronized List<Pause> pauses() {
        return pauses.list();
    }

    @Override
    public synchronized Approval ask(Resize resize, Instant at, Instant expiresAt) {
        Approval asked = approvals.ask(resize, at, expiresAt);
        notices.asked(asked);
        return asked;
    }

    @Override
    public synchronized Optional<Approval> approve(long approval, Instant now) {
        return approvals.approve(approval, now);
    }

    @Override
    public synchronized Optional<Approval> decline(long approval, Declined word) {
        Optional<Approval> before = approvals.find(approval);
        before.filter(it -> it.waits(word.at())).map(it -> it.as(word)).ifPresent(it -> {
            approvals.keep(it);
            history.decided(it.hold(word), word.at(), Optional.empty());
            notices.declined(it, word);
        });
        return approvals.find(approval);
    }

    @Override
    public synchronized void close(Approval approval, ApprovalStatus how) {
        approvals.close(approval.id(), how);
    }

    @Override
    public synchronized List<Approval> approvals() {
        return approvals.latest();
    }

    @Override
    public synchronized void save(EngineRun run) {
        engineRuns.save(run);
    }

    @Override
    public synchronized List<EngineRun> engineRuns() {
        return engineRuns.list();
    }

    @Override
    public synchronized void follow(String receiver) {
        notices.follow(receiver);
    }

    @Override
    public synchronized List<Notice> notices(String receiver, int limit) {
        return notices.list(receiver, limit);
    }

    @Override
    public synchronized void told(String receiver, long notice) {
        notices.told(receiver, notice);
    }

    @Override
    public void close() {}

    private void ended(String pool, Update update) {
        PoolHistory before = histories.getOrDefault(pool, PoolHistory.none());
        histories.put(
                pool,
                update.status() == UpdateStatus.SUCCEEDED
                        ? new PoolHistory(update.endedAt(), Optional.empty())
                        : new PoolHistory(before.resizedAt(), update.endedAt()));
        approvals.used(pool);
        stalled.remove(pool);
        if (update.status() == UpdateStatus.STALLED) {
            stalled.add(pool);
        }
    }

    private void remember(Update update) {
        updates.put(update.id(), update);
        while (updates.size() > capacity) {
            updates.pollLastEntry();
        }
    }

    private static Stream<IntentId> intents(Update update) {
        return update.resizes().stream().flatMap(resize -> resize.intents().stream());
    }
}
