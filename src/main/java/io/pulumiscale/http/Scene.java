package io.pulumiscale.http;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.HistoryQuery;
import io.pulumiscale.model.Update;
import io.pulumiscale.scaler.Readiness;
import io.pulumiscale.scaler.StatusView;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that listeners know at one moment. What they are told is the difference of two.
 *
 * @param stackPage where people see the stack's history
 * @param pools by name, in the order of the configuration
 * @param updates the latest, the newest first
 * @param lastDecision the id of the latest decision; 0 if there is none
 */
record Scene(
        String readiness,
        Optional<String> problem,
        List<String> warnings,
        Optional<String> stackPage,
        Map<String, PoolView> pools,
        List<Approval> approvals,
        List<Update> updates,
        long lastDecision) {

    private static final int UPDATES = 20;
    /** Who was away for longer reads the history. */
    private static final int MISSED = 500;

    static Scene now(StatusView status, List<String> warnings) {
        Map<String, PoolView> pools = new LinkedHashMap<>();
        status.pools().forEach(pool -> pools.put(pool.pool().name(), PoolView.of(pool)));
        return new Scene(
                status.readiness() instanceof Readiness.NotReady notReady ? notReady.reason() : "ready",
                status.problem(),
                warnings,
                status.stackPage().map(URI::toASCIIString),
                pools,
                status.approvals(),
                status.updates(UPDATES),
                status.history(HistoryQuery.latest(1)).stream()
                        .mapToLong(entry -> entry.decided().id())
                        .findFirst()
                        .orElse(0));
    }

    /** For who comes new. */
    Event snapshot() {
        return new Event(
                "snapshot",
                Optional.of(Long.toString(lastDecision)),
                grant -> Optional.of(new Snapshot(
                        readiness,
                        problem.orElse(null),
                        warnings,
                        stackPage.orElse(null),
                        pools.values().stream()
                                .filter(pool -> grant.covers(pool.name()))
                                .toList(),
                        visible(grant),
                        updates.stream()
                                .flatMap(it -> UpdateView.of(it, grant).stream())
                                .toList())));
    }

    /** What has happened since, in the order in which it is to be told. */
    List<Event> since(Scene before, StatusView status) {
        List<Event> events = new ArrayList<>();
        if (!scaler().equals(before.scaler())) {
            events.add(Event.of("scaler", scaler()));
        }
        events.addAll(missed(before.lastDecision, status));
        List<Update> changed = new ArrayList<>(updates);
        changed.removeAll(before.updates);
        Collections.reverse(changed);
        changed.forEach(update -> events.add(about(update)));
        pools.forEach((name, pool) -> {
            if (!pool.equals(before.pools.get(name))) {
                events.add(Event.about(name, "pool", pool));
            }
        });
        before.pools.keySet().stream()
                .filter(name -> !pools.containsKey(name))
                .forEach(name -> events.add(Event.about(name, "removed", Map.of("pool", name))));
        if (!approvals.equals(before.approvals)) {
            events.add(new Event(
                    "approvals", Optional.empty(), grant -> Optional.of(Map.of("approvals", visible(grant)))));
        }
        return events;
    }

    private Scaler scaler() {
        return new Scaler(readiness, problem.orElse(null), warnings, stackPage.orElse(null));
    }

    /** Decisions after the one with this id, the oldest first. */
    List<Event> missed(long last, StatusView status) {
        if (last >= lastDecision) {
            return List.of();
        }
        List<HistoryEntry> entries =
                new ArrayList<>(status.history(HistoryQuery.latest(MISSED).after(last)));
        Collections.reverse(entries);
        return entries.stream().map(Scene::about).toList();
    }

    private static Event about(HistoryEntry entry) {
        String pool = entry.decided().decision().pool();
        return new Event(
                "decision",
                Optional.of(Long.toString(entry.decided().id())),
                grant -> grant.covers(pool) ? Optional.of(EntryView.of(entry, grant)) : Optional.empty());
    }

    private static Event about(Update update) {
        return new Event(
                "update",
                Optional.empty(),
                grant -> UpdateView.of(update, grant).map(it -> it));
    }

    private List<ApprovalView> visible(Grant grant) {
        return approvals.stream()
                .filter(approval -> grant.covers(approval.pool()))
                .map(ApprovalView::of)
                .toList();
    }

    private record Snapshot(
            String readiness,
            @Nullable String problem,
            List<String> warnings,
            @Nullable String stackPage,
            List<PoolView> pools,
            List<ApprovalView> approvals,
            List<UpdateView> updates) {}

    private record Scaler(
            String readiness,
            @Nullable String problem,
            List<String> warnings,
            @Nullable String stackPage) {}
}
