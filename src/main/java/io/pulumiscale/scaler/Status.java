package io.pulumiscale.scaler;

import io.pulumiscale.journal.Journal;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Decided;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.HistoryQuery;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.IntentStory;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.SizeChange;
import io.pulumiscale.model.Update;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/** Puts together what is configured, what was seen of the stack, and what the journal says. */
public final class Status implements StatusView {
    private static final int LONGEST_SERIES = 1_000;

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
        Picture now = picture();
        return pools.get().byName().values().stream()
                .map(pool -> status(pool, now))
                .toList();
    }

    @Override
    public Optional<PoolStatus> pool(String name) {
        return pools.get().find(name).map(pool -> status(pool, picture()));
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
    public Optional<URI> stackPage() {
        return observed.page();
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

    @Override
    public Backlog backlog() {
        List<ScalingIntent> waiting = journal.waiting();
        return new Backlog(
                waiting.size(), waiting.stream().map(ScalingIntent::receivedAt).findFirst());
    }

    @Override
    public Optional<Update> underWay() {
        return journal.unfinished().stream().reduce((older, newer) -> newer);
    }

    @Override
    public List<SizePoint> sizes(String pool, Instant since) {
        List<SizeChange> changes = journal.sizes(pool, since, LONGEST_SERIES);
        Instant from = changes.size() < LONGEST_SERIES ? since : changes.get(0).at();
        return SizePoint.series(changes, from, clock.instant(), observed.currentSize(pool));
    }

    @Override
    public List<HistoryEntry> history(HistoryQuery query) {
        return journal.history(query);
    }

    @Override
    public Optional<IntentStory> intent(IntentId id) {
        return journal.intent(id);
    }

    private Picture picture() {
        Instant now = clock.instant();
        return new Picture(journal.lastDecisions(), journal.stalled(), Evidence.of(journal, now, now));
    }

    private PoolStatus status(Pool pool, Picture now) {
        String name = pool.name();
        OptionalInt size = observed.currentSize(name);
        return new PoolStatus(
                pool,
                size,
                observed.desiredSize(name),
                observed.stale(name),
                now.stalled().contains(name),
                Optional.ofNullable(now.decisions().get(name)),
                Outlook.of(now.evidence().of(pool, size.orElse(0))));
    }

    /** What the journal has, read once for all pools. */
    private record Picture(Map<String, Decided> decisions, Set<String> stalled, Evidence evidence) {}
}
