package io.pulumiscale.scaler;

import io.pulumiscale.journal.Journal;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Decision;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Update;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts together what is configured, what was seen of the stack, and what the journal says. */
public final class Status implements StatusView {
    private final Supplier<PoolCatalog> pools;
    private final ObservedStack observed;
    private final Journal journal;
    private final Clock clock;

    public Status(Supplier<PoolCatalog> pools, ObservedStack observed, Journal journal, Clock clock) {
        this.pools = pools;
        this.observed = observed;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public List<PoolStatus> pools() {
        Map<String, Decision> decisions = journal.lastDecisions();
        return pools.get().byName().values().stream()
                .map(pool -> status(pool, decisions))
                .toList();
    }

    @Override
    public Optional<PoolStatus> pool(String name) {
        return pools.get().find(name).map(pool -> status(pool, journal.lastDecisions()));
    }

    @Override
    public Readiness readiness() {
        return observed.known()
                ? new Readiness.Ready()
                : new Readiness.NotReady("the stack was not read yet; see the log if this lasts");
    }

    @Override
    public Optional<String> problem() {
        return observed.problem();
    }

    @Override
    public List<Approval> approvals() {
        return journal.approvals().stream()
                .filter(approval -> approval.waits(clock.instant()))
                .toList();
    }

    @Override
    public Optional<Approval> approval(long id) {
        return journal.approvals().stream()
                .filter(approval -> approval.id() == id)
                .findFirst();
    }

    @Override
    public List<Update> updates(int limit) {
        return journal.updates(limit);
    }

    private PoolStatus status(Pool pool, Map<String, Decision> decisions) {
        String name = pool.name();
        return new PoolStatus(
                pool,
                observed.currentSize(name),
                observed.desiredSize(name),
                observed.stale(name),
                Optional.ofNullable(decisions.get(name)));
    }
}
