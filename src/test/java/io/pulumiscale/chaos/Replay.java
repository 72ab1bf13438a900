package io.pulumiscale.chaos;

import io.pulumiscale.chaos.Ledger.Asked;
import io.pulumiscale.chaos.Ledger.Decided;
import io.pulumiscale.chaos.Ledger.Updated;
import io.pulumiscale.model.UpdateStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Carries the journal's decisions out again, on paper. Each has to begin at the size where the one before ended, and to
 * come to what its intents say: so nothing is lost and nothing is doubled.
 */
final class Replay {
    private final Ledger ledger;
    private final Map<String, Asked> intents;
    private final Map<String, Set<Integer>> possible = new HashMap<>();
    private final Map<String, Decided> tried = new HashMap<>();
    private final List<String> discrepancies = new ArrayList<>();

    private Replay(Ledger ledger) {
        this.ledger = ledger;
        this.intents = ledger.intentsById();
    }

    static Replay of(Ledger ledger, Collection<String> pools) {
        Replay replay = new Replay(ledger);
        pools.forEach(pool -> replay.possible.put(pool, Set.of(ChaosPools.INITIAL)));
        ledger.decisions().stream()
                .filter(decision -> !ledger.withdrawn(decision))
                .forEach(replay::carryOut);
        return replay;
    }

    /** The size of each pool in the end; one of two if the last update of the pool has failed, for it may have been done. */
    Map<String, Set<Integer>> possible() {
        return Map.copyOf(possible);
    }

    List<String> discrepancies() {
        return List.copyOf(discrepancies);
    }

    private void carryOut(Decided decision) {
        Set<Integer> before = Objects.requireNonNull(possible.get(decision.pool()), decision::pool);
        if (!before.contains(decision.from())) {
            discrepancies.add("decision %d begins with %s at %d, which was at %s"
                    .formatted(decision.id(), decision.pool(), decision.from(), before));
        }
        Set<Integer> wanted = finishes(decision) ? Set.of(decision.to()) : wanted(decision);
        if (!wanted.contains(decision.to())) {
            discrepancies.add("decision %d takes %s from %d to %d, but its intents come to %s"
                    .formatted(decision.id(), decision.pool(), decision.from(), decision.to(), wanted));
        }
        possible.put(decision.pool(), after(decision));
        if (decision.update().isPresent()) {
            tried.put(decision.pool(), decision);
        }
    }

    /** Nobody asks for it: it brings what the last update of the pool has left half-done to its end. */
    private boolean finishes(Decided decision) {
        Decided last = tried.get(decision.pool());
        return decision.intents().isEmpty()
                && last != null
                && last.from() == decision.from()
                && last.to() == decision.to()
                && ledger.updateOf(last)
                        .filter(update -> update.status() == UpdateStatus.FAILED)
                        .isPresent();
    }

    private Set<Integer> after(Decided decision) {
        return ledger.updateOf(decision)
                .map(Updated::status)
                .map(status -> switch (status) {
                    case SUCCEEDED -> Set.of(decision.to());
                    case FAILED -> new HashSet<>(List.of(decision.from(), decision.to()));
                    default -> Set.of(decision.from());
                })
                .orElse(Set.of(decision.from()));
    }

    /**
     * What people say, one after the other, on top of what one of the alerts recommends, or of nothing: an alert that is
     * over when it is decided, or that comes soon after a failure, has no say.
     */
    private Set<Integer> wanted(Decided decision) {
        List<Asked> asked = decision.intents().stream()
                .map(intents::get)
                .filter(Objects::nonNull)
                .toList();
        IntStream alerts = asked.stream()
                .filter(Asked::automatic)
                .mapToInt(intent -> intent.change().from(decision.from()));
        return IntStream.concat(IntStream.of(decision.from()), alerts)
                .map(base -> clamped(onTop(base, asked)))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int onTop(int base, List<Asked> asked) {
        int size = base;
        for (Asked intent : asked) {
            size = intent.automatic() ? size : intent.change().from(size);
        }
        return size;
    }

    private static int clamped(int size) {
        return Math.max(ChaosPools.MIN, Math.min(ChaosPools.MAX, size));
    }
}
