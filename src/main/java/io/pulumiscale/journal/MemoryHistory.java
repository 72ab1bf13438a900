package io.pulumiscale.journal;

import io.pulumiscale.model.Decided;
import io.pulumiscale.model.Decision;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.HistoryQuery;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.SizeChange;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The latest decisions and intents. Not for several threads at once. */
final class MemoryHistory {
    private final int capacity;
    private final Map<Long, Update> updates;
    private final NavigableMap<Long, Decided> decisions = new TreeMap<>(Comparator.reverseOrder());
    private final Map<String, Decided> last = new HashMap<>();
    private final Map<IntentId, ScalingIntent> intents;
    private long lastId;

    /** @param updates those that the journal remembers, kept by it */
    MemoryHistory(int capacity, Map<Long, Update> updates) {
        this.capacity = capacity;
        this.updates = updates;
        this.intents = new Latest<>(capacity);
    }

    void received(ScalingIntent intent) {
        intents.put(intent.id(), intent);
    }

    void decided(Decision decision, Instant at, Optional<Long> update) {
        Decided decided = new Decided(++lastId, at, decision, update);
        last.put(decision.pool(), decided);
        decisions.put(decided.id(), decided);
        if (decisions.size() > capacity) {
            decisions.pollLastEntry();
        }
    }

    Map<String, Decided> last() {
        return Map.copyOf(last);
    }

    List<HistoryEntry> list(HistoryQuery asked) {
        return decisions.values().stream()
                .filter(it -> asked.pools().isEmpty()
                        || asked.pools().contains(it.decision().pool()))
                .filter(it -> asked.since().filter(it.at()::isBefore).isEmpty())
                .filter(it -> asked.before().filter(id -> it.id() >= id).isEmpty())
                .filter(it -> asked.after().filter(id -> it.id() <= id).isEmpty())
                .limit(asked.limit())
                .map(this::entry)
                .toList();
    }

    Optional<ScalingIntent> intent(IntentId id) {
        return Optional.ofNullable(intents.get(id));
    }

    List<HistoryEntry> about(IntentId id) {
        return decisions.values().stream()
                .filter(it -> it.decision().intents().contains(id))
                .map(this::entry)
                .toList();
    }

    List<SizeChange> sizes(String pool, Instant since, int limit) {
        List<SizeChange> sizes = new ArrayList<>();
        for (Decided decided : decisions.values()) {
            Optional<SizeChange> change = applied(pool, decided);
            change.ifPresent(sizes::add);
            if (sizes.size() == limit
                    || change.filter(it -> it.at().isBefore(since)).isPresent()) {
                break;
            }
        }
        Collections.reverse(sizes);
        return sizes;
    }

    private Optional<SizeChange> applied(String pool, Decided decided) {
        return entry(decided)
                .update()
                .filter(update -> update.status() == UpdateStatus.SUCCEEDED)
                .flatMap(Update::endedAt)
                .flatMap(at -> resizes(pool, decided)
                        .findFirst()
                        .map(resize -> new SizeChange(at, resize.from(), resize.to())));
    }

    private static Stream<Resize> resizes(String pool, Decided decided) {
        return Stream.of(decided.decision())
                .filter(it -> it.pool().equals(pool))
                .filter(Resize.class::isInstance)
                .map(Resize.class::cast);
    }

    private HistoryEntry entry(Decided decided) {
        Stream<ScalingIntent> asked =
                decided.decision().intents().stream().flatMap(id -> Stream.ofNullable(intents.get(id)));
        return new HistoryEntry(
                decided, asked.toList(), decided.update().flatMap(id -> Optional.ofNullable(updates.get(id))));
    }
}
