package io.pulumiscale.chaos;

import io.pulumiscale.model.Change;
import io.pulumiscale.model.UpdateStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The journal as it stands in its tables, each in order. */
record Ledger(List<Asked> intents, List<Decided> decisions, List<Updated> updates) {
    Ledger {
        intents = List.copyOf(intents);
        decisions = List.copyOf(decisions);
        updates = List.copyOf(updates);
    }

    /** @param answeredBy a decision */
    record Asked(String id, String pool, Change change, boolean automatic, Optional<Long> answeredBy) {}

    /**
     * @param update none for a hold
     * @param intents what it was decided from
     */
    record Decided(long id, String pool, int from, int to, String reason, Optional<Long> update, List<String> intents) {
        Decided {
            intents = List.copyOf(intents);
        }
    }

    record Updated(long id, UpdateStatus status, String problem) {}

    Map<String, Asked> intentsById() {
        return intents.stream().collect(Collectors.toMap(Asked::id, Function.identity()));
    }

    Optional<Updated> updateOf(Decided decision) {
        return decision.update()
                .flatMap(id ->
                        updates.stream().filter(update -> update.id() == id).findFirst());
    }

    /** Withdrawn decisions count for nothing: what they were made from is decided again. */
    boolean withdrawn(Decided decision) {
        return updateOf(decision)
                .filter(update -> update.status() == UpdateStatus.WITHDRAWN)
                .isPresent();
    }

    boolean calm() {
        return intents.stream().allMatch(intent -> intent.answeredBy().isPresent())
                && updates.stream().allMatch(update -> update.status().ended());
    }

    /** What is not calm, for people. */
    String unrest() {
        long waiting =
                intents.stream().filter(intent -> intent.answeredBy().isEmpty()).count();
        List<Updated> running =
                updates.stream().filter(update -> !update.status().ended()).toList();
        return "%d intents wait, updates under way: %s".formatted(waiting, running);
    }
}
