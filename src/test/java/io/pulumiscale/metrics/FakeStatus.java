package io.pulumiscale.metrics;

import static io.pulumiscale.model.Samples.NOW;

import io.pulumiscale.journal.JournalException;
import io.pulumiscale.model.Alert;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.HistoryQuery;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.IntentStory;
import io.pulumiscale.model.Paused;
import io.pulumiscale.model.Restraints;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.Source;
import io.pulumiscale.model.Update;
import io.pulumiscale.scaler.Backlog;
import io.pulumiscale.scaler.Outlook;
import io.pulumiscale.scaler.PoolStatus;
import io.pulumiscale.scaler.Readiness;
import io.pulumiscale.scaler.SizePoint;
import io.pulumiscale.scaler.StatusView;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One pool {@code web}, 3 on its way to 5; and a journal that can be taken away. */
final class FakeStatus implements StatusView {
    private boolean away;

    void away() {
        away = true;
    }

    private void check() {
        if (away) {
            throw new JournalException("the server is away");
        }
    }

    @Override
    public List<PoolStatus> pools() {
        check();
        Restraints restraints = new Restraints(
                2,
                8,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Paused.IN,
                Optional.empty());
        return List.of(
                new PoolStatus(
                        Samples.pool("web", 1, 9),
                        OptionalInt.of(3),
                        OptionalInt.of(5),
                        true,
                        true,
                        Optional.empty(),
                        new Outlook(List.of(firing(true), firing(false)), 1, restraints, List.of(), Optional.empty())),
                new PoolStatus(
                        Samples.pool("fresh", 1, 9),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        false,
                        false,
                        Optional.empty(),
                        new Outlook(List.of(), 0, restraints, List.of(), Optional.empty())));
    }

    private static Outlook.Firing firing(boolean counts) {
        Alert alert =
                new Alert("a", "web", new Change.Delta(1), Source.ALERTMANAGER, "High", NOW, NOW, Optional.empty());
        return new Outlook.Firing(alert, NOW, counts);
    }

    @Override
    public Optional<PoolStatus> pool(String name) {
        return pools().stream().filter(it -> it.pool().name().equals(name)).findFirst();
    }

    @Override
    public Readiness readiness() {
        return new Readiness.Ready();
    }

    @Override
    public Optional<String> problem() {
        return Optional.of("the backend is away");
    }

    @Override
    public Optional<URI> stackPage() {
        return Optional.empty();
    }

    @Override
    public List<Approval> approvals() {
        check();
        return List.of();
    }

    @Override
    public Optional<Approval> approval(long id) {
        return Optional.empty();
    }

    @Override
    public List<Update> updates(int limit) {
        check();
        return List.of();
    }

    @Override
    public Optional<Update> underWay() {
        check();
        return Optional.empty();
    }

    @Override
    public Backlog backlog() {
        check();
        return new Backlog(2, Optional.of(NOW.minusSeconds(30)));
    }

    @Override
    public List<SizePoint> sizes(String pool, Instant since) {
        return List.of();
    }

    @Override
    public List<HistoryEntry> history(HistoryQuery query) {
        return List.of();
    }

    @Override
    public Optional<IntentStory> intent(IntentId id) {
        return Optional.empty();
    }
}
