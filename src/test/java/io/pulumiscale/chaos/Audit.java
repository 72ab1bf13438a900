package io.pulumiscale.chaos;

import io.pulumiscale.chaos.Ledger.Asked;
import io.pulumiscale.chaos.Ledger.Decided;
import io.pulumiscale.chaos.Ledger.Updated;
import io.pulumiscale.model.UpdateStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether everything that was accepted is accounted for. Every answer is a list of discrepancies, for people. */
final class Audit {
    private Audit() {}

    /** Everything that can be said without another `pulumi up`. */
    static List<String> of(Collection<Acknowledged> told, Ledger ledger, Sizes sizes, List<String> locks) {
        Replay replay = Replay.of(ledger, ChaosPools.ALL);
        return Stream.of(
                        acceptances(told, ledger),
                        answers(ledger),
                        replay.discrepancies(),
                        sizes.discrepancies(replay.possible()),
                        locks(locks))
                .flatMap(List::stream)
                .toList();
    }

    /** What was accepted is in the journal, once; and nothing else is. */
    static List<String> acceptances(Collection<Acknowledged> told, Ledger ledger) {
        List<String> found = new ArrayList<>();
        Map<String, String> intentOf = new HashMap<>();
        Map<String, String> eventOf = new HashMap<>();
        Set<String> kept = ledger.intentsById().keySet();
        for (Acknowledged it : told) {
            if (!kept.contains(it.intent())) {
                found.add("%s was accepted as intent %s, which the journal does not have"
                        .formatted(it.event(), it.intent()));
            }
            differs(intentOf.put(it.event(), it.intent()), it.intent())
                    .ifPresent(other -> found.add(
                            "%s was accepted twice, as intents %s and %s".formatted(it.event(), other, it.intent())));
            differs(eventOf.put(it.intent(), it.event()), it.event())
                    .ifPresent(other -> found.add("%s and %s were taken for one intent".formatted(other, it.event())));
        }
        kept.stream()
                .filter(id -> !eventOf.containsKey(id))
                .forEach(id -> found.add("the journal has intent %s, which nobody was told of".formatted(id)));
        return found;
    }

    /** Every intent is answered by one decision, and every decision came to an end that says why. */
    static List<String> answers(Ledger ledger) {
        List<String> found = new ArrayList<>();
        Map<String, List<Decided>> counting = ledger.decisions().stream()
                .filter(decision -> !ledger.withdrawn(decision))
                .flatMap(decision -> decision.intents().stream().map(intent -> Map.entry(intent, decision)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        for (Asked intent : ledger.intents()) {
            answer(intent, counting.getOrDefault(intent.id(), List.of())).ifPresent(found::add);
        }
        ledger.decisions().forEach(decision -> end(decision, ledger).ifPresent(found::add));
        return found;
    }

    static List<String> locks(List<String> locks) {
        return locks.stream()
                .map(lock -> "a lock was left behind: %s".formatted(lock))
                .toList();
    }

    private static Optional<String> answer(Asked intent, List<Decided> counting) {
        List<Long> decisions = counting.stream().map(Decided::id).toList();
        if (intent.answeredBy().isEmpty()) {
            return Optional.of("intent %s (%s) is answered by nothing".formatted(intent.id(), intent.pool()));
        }
        if (!decisions.equals(List.of(intent.answeredBy().get()))) {
            return Optional.of("intent %s (%s) is answered by decision %d, but counts in %s"
                    .formatted(intent.id(), intent.pool(), intent.answeredBy().get(), decisions));
        }
        return Optional.empty();
    }

    private static Optional<String> end(Decided decision, Ledger ledger) {
        if (decision.reason().isBlank()) {
            return Optional.of("decision %d does not say why".formatted(decision.id()));
        }
        if (decision.update().isEmpty()) {
            return Optional.empty();
        }
        Optional<Updated> update = ledger.updateOf(decision);
        if (update.isEmpty()) {
            return Optional.of("decision %d has no update".formatted(decision.id()));
        }
        return end(update.get());
    }

    private static Optional<String> end(Updated update) {
        if (!update.status().ended()) {
            return Optional.of("update %d is still %s".formatted(update.id(), update.status()));
        }
        return update.status() != UpdateStatus.SUCCEEDED && update.problem().isBlank()
                ? Optional.of("update %d is %s and does not say why".formatted(update.id(), update.status()))
                : Optional.empty();
    }

    private static Optional<String> differs(@Nullable String before, String now) {
        return Optional.ofNullable(before).filter(it -> !it.equals(now));
    }
}
