package io.pulumiscale.journal;

import io.pulumiscale.model.Decision;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.time.Instant;
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
import java.util.stream.Stream;

/** A journal that lasts as long as the process, and remembers the last {@code capacity} intents and updates. */
public final class MemoryJournal implements Journal {
    private final int capacity;
    private final Map<String, IntentId> known;
    private final Map<IntentId, ScalingIntent> unanswered = new LinkedHashMap<>(); // in order of arrival
    private final Set<IntentId> planned = new HashSet<>();
    private final NavigableMap<Long, Update> updates = new TreeMap<>(Comparator.reverseOrder());
    private final Map<String, Decision> lastDecisions = new HashMap<>();
    private long lastUpdate;

    /** @param capacity how many deduplication keys and updates are remembered; at least 1 */
    public MemoryJournal(int capacity) {
        this.capacity = capacity;
        this.known = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, IntentId> eldest) {
                return size() > capacity;
            }
        };
    }

    @Override
    public synchronized List<Appended> append(List<ScalingIntent> intents) {
        return intents.stream().map(this::append).toList();
    }

    private Appended append(ScalingIntent intent) {
        IntentId earlier = known.putIfAbsent(intent.deduplicationKey(), intent.id());
        if (earlier != null) {
            return new Appended.Duplicate(earlier);
        }
        unanswered.put(intent.id(), intent);
        return new Appended.Accepted(intent.id());
    }

    @Override
    public synchronized List<ScalingIntent> waiting() {
        return unanswered.values().stream()
                .filter(intent -> !planned.contains(intent.id()))
                .toList();
    }

    @Override
    public synchronized void hold(Hold decision, Instant at) {
        decision.intents().forEach(unanswered::remove);
        lastDecisions.put(decision.pool(), decision);
    }

    @Override
    public synchronized Update plan(List<Resize> resizes, Instant at) {
        for (Resize resize : resizes) {
            lastDecisions.put(resize.pool(), resize);
            planned.addAll(resize.intents());
        }
        Update update = Update.planned(++lastUpdate, resizes, at);
        remember(update);
        return update;
    }

    @Override
    public synchronized void save(Update update) {
        if (update.status().ended()) {
            intents(update).forEach(unanswered::remove);
            intents(update).forEach(planned::remove);
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
    public synchronized Optional<Decision> lastDecision(String pool) {
        return Optional.ofNullable(lastDecisions.get(pool));
    }

    @Override
    public void close() {}

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
