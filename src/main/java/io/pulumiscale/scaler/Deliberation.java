package io.pulumiscale.scaler;

import io.pulumiscale.journal.Journal;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.policy.Policy;
import io.pulumiscale.policy.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out what is to be done about every pool. Reads, and changes nothing. */
final class Deliberation {
    private final Journal journal;
    private final Supplier<PoolCatalog> pools;
    private final ObservedStack observed;
    private final Clock clock;

    Deliberation(Journal journal, Supplier<PoolCatalog> pools, ObservedStack observed, Clock clock) {
        this.journal = journal;
        this.pools = pools;
        this.observed = observed;
        this.clock = clock;
    }

    /** What the journal knows now. */
    Evidence evidence() {
        Instant now = clock.instant();
        Duration window = pools.get().byName().values().stream()
                .map(pool -> pool.rules().stabilization())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return Evidence.of(journal, now.minus(window), now);
    }

    /** About every pool that is configured or waited for. */
    List<Finding> findings(Evidence evidence) {
        PoolCatalog catalog = pools.get();
        List<Finding> findings = new ArrayList<>();
        evidence.waitedFor().stream()
                .filter(name -> catalog.find(name).isEmpty())
                .forEach(name -> findings.add(unconfigured(name, evidence)));
        catalog.byName().values().forEach(pool -> findings.add(finding(pool, evidence)));
        return findings;
    }

    private Finding finding(Pool pool, Evidence evidence) {
        Optional<Integer> size = observed.scalableSize(pool.name());
        return size.<Finding>map(now -> new Finding.Judged(pool.name(), Policy.decide(evidence.of(pool, now))))
                .orElseGet(() -> new Finding.Undeployed(pool.name(), undeployed(pool.name())));
    }

    private String undeployed(String pool) {
        return observed.stale(pool)
                ? "the stack was deployed with another configuration of it"
                : "the stack does not have it yet";
    }

    private static Finding unconfigured(String pool, Evidence evidence) {
        return new Finding.Judged(
                pool,
                new Verdict.Decided(new Hold(
                        pool,
                        0,
                        "no longer configured",
                        evidence.waiting(pool).stream().map(ScalingIntent::id).toList())));
    }
}
