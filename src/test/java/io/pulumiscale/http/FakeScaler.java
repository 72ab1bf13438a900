package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.journal.Appended;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Execution;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.HistoryQuery;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.IntentStory;
import io.pulumiscale.model.Pause;
import io.pulumiscale.model.Paused;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Restraints;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import io.pulumiscale.model.Veto;
import io.pulumiscale.scaler.Backlog;
import io.pulumiscale.scaler.DryRun;
import io.pulumiscale.scaler.Intake;
import io.pulumiscale.scaler.Outlook;
import io.pulumiscale.scaler.PoolStatus;
import io.pulumiscale.scaler.Readiness;
import io.pulumiscale.scaler.SizePoint;
import io.pulumiscale.scaler.StatusView;
import io.pulumiscale.webhook.SnsEnvelope;
import io.pulumiscale.webhook.SnsInbox;
import io.pulumiscale.webhook.SnsMessage;
import io.pulumiscale.webhook.SnsSubscription;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps intents in a list, and fails when told to. */
final class FakeScaler implements Intake, StatusView {
    static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:pulumiscale-dev-alerts";
    static final Resize GROWN = new Resize("web", 2, 5, "HighCPU firing, +3", List.of(new IntentId("i1")));
    static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");
    private final Map<String, ScalingIntent> kept = new ConcurrentHashMap<>();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final AtomicInteger arrivals = new AtomicInteger();
    private volatile CountDownLatch hold = new CountDownLatch(0);
    private volatile Optional<URI> page = Optional.empty();
    private volatile Optional<String> problem = Optional.empty();
    private volatile Readiness readiness = new Readiness.Ready();
    private volatile List<Approval> approvals = List.of();
    private final List<Long> approved = new CopyOnWriteArrayList<>();
    private volatile Runnable failure = () -> {};
    private final List<Pause> pauses = new CopyOnWriteArrayList<>();
    private final List<HistoryEntry> history = new CopyOnWriteArrayList<>();
    private volatile Optional<HistoryQuery> asked = Optional.empty();
    private volatile Optional<IntentStory> story = Optional.empty();
    private volatile List<Update> updates = List.of(stalled());
    private volatile Optional<Update> underWay = Optional.empty();
    private volatile String alert = "HighCPU firing, +3";
    private volatile Optional<Veto> veto = Optional.empty();
    private volatile Optional<DryRun> rehearsal = Optional.empty();

    private volatile Optional<String> topic = Optional.of(TOPIC);
    private volatile Consumer<SnsEnvelope> verification = envelope -> {};
    private volatile Consumer<SnsMessage.SubscriptionConfirmation> confirm = confirmation -> {};

    final SnsSubscription subscription = new SnsSubscription();

    Backend backend(Clock clock, EventFeed events) {
        return backend(clock, new Observation(events, Exposition.none(), false, Incidents.none()));
    }

    Backend backend(Clock clock, Observation observation) {
        SnsInbox inbox = new SnsInbox(() -> topic, envelope -> verification.accept(envelope), clock);
        SnsBackend sns = new SnsBackend(inbox, confirmation -> confirm.accept(confirmation), subscription);
        return new Backend(this, this, FakePools::catalog, observation, sns);
    }

    /** The stack was not deployed. */
    void withoutTopic() {
        topic = Optional.empty();
    }

    /** Otherwise everybody is believed to be SNS. */
    void verifyBy(Consumer<SnsEnvelope> verifier) {
        verification = verifier;
    }

    void confirmBy(Consumer<SnsMessage.SubscriptionConfirmation> confirmer) {
        confirm = confirmer;
    }

    /** Where the stack's history is shown. */
    void shownAt(String url) {
        page = Optional.of(URI.create(url));
    }

    void problem(String why) {
        problem = Optional.of(why);
    }

    void notReady(String reason) {
        readiness = new Readiness.NotReady(reason);
    }

    /** Intents are taken in only once the latch is open. */
    void holdUntil(CountDownLatch latch) {
        hold = latch;
    }

    /** How many requests have got as far as the intake. */
    int arrivals() {
        return arrivals.get();
    }

    /** Returns once a request has got as far as the intake. */
    void awaitRequest() throws InterruptedException {
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
    }

    /** From now on, until it is told {@code null}. */
    void failWith(@Nullable RuntimeException e) {
        failure = () -> {
            if (e != null) {
                throw e;
            }
        };
    }

    void breakWith(Error e) {
        failure = () -> {
            throw e;
        };
    }

    List<ScalingIntent> kept() {
        return List.copyOf(kept.values());
    }

    @Override
    public CompletionStage<List<Appended>> accept(List<ScalingIntent> intents, List<AlertEnd> ends) {
        arrivals.incrementAndGet();
        arrived.countDown();
        CountDownLatch open = hold;
        return CompletableFuture.supplyAsync(() -> accepted(intents, open));
    }

    private List<Appended> accepted(List<ScalingIntent> intents, CountDownLatch open) {
        try {
            assertThat(open.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        failure.run();
        List<Appended> appended = new ArrayList<>();
        for (ScalingIntent intent : intents) {
            ScalingIntent earlier = kept.putIfAbsent(intent.deduplicationKey(), intent);
            appended.add(earlier == null ? new Appended.Accepted(intent.id()) : new Appended.Duplicate(earlier.id()));
        }
        return appended;
    }

    @Override
    public List<DryRun> rehearse(List<ScalingIntent> intents, List<AlertEnd> ends) {
        return intents.stream().map(this::rehearse).toList();
    }

    /** Whatever is asked for, this would be decided. */
    void rehearsal(DryRun run) {
        rehearsal = Optional.of(run);
    }

    private DryRun rehearse(ScalingIntent intent) {
        if (rehearsal.isPresent()) {
            return rehearsal.get();
        }
        ScalingIntent earlier = kept.get(intent.deduplicationKey());
        return earlier == null
                ? new DryRun.Leaves(intent.pool(), "rehearsed " + intent.reason())
                : new DryRun.Repeats(intent.pool(), earlier.id());
    }

    @Override
    public Optional<Approval> approve(long approval) {
        approved.add(approval);
        return approvals.stream().filter(it -> it.id() == approval).findFirst();
    }

    /** What has another status has been decided before. */
    @Override
    public Optional<Approval> decline(long approval, String reason, String by) {
        failure.run();
        Declined word = new Declined(by, reason, THEN.plusSeconds(60));
        approvals = approvals.stream()
                .map(it -> it.id() == approval && it.status() == ApprovalStatus.WAITING ? it.as(word) : it)
                .toList();
        return approval(approval);
    }

    @Override
    public Optional<URI> stackPage() {
        return page;
    }

    @Override
    public List<Approval> approvals() {
        return approvals;
    }

    @Override
    public Optional<Approval> approval(long id) {
        return approvals.stream().filter(it -> it.id() == id).findFirst();
    }

    /** Those that somebody has given his word for. */
    List<Long> approved() {
        return List.copyOf(approved);
    }

    void nothingToApprove() {
        approvals = List.of();
    }

    /** What alerts do not ask for again. */
    void veto(Veto other) {
        veto = Optional.of(other);
    }

    void approvals(Approval... some) {
        approvals = List.of(some);
    }

    @Override
    public List<PoolStatus> pools() {
        return List.of(
                FakePools.web(outlook("web", List.of(FakePools.firing(alert)))),
                FakePools.workers(outlook("workers", List.of())));
    }

    /** What fires on web. */
    void alert(String reason) {
        alert = reason;
    }

    private Outlook outlook(String pool, List<Outlook.Firing> firing) {
        List<Pause> own =
                pauses.stream().filter(pause -> pause.pool().equals(pool)).toList();
        Paused paused = Paused.NONE;
        for (Pause pause : own) {
            paused = paused.and(pause.direction());
        }
        Restraints restraints = new Restraints(
                1,
                9,
                Optional.of(THEN.plusSeconds(60)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(THEN.plusSeconds(30)),
                paused,
                veto.filter(it -> it.approval().pool().equals(pool)));
        return new Outlook(
                firing,
                firing.size(),
                restraints,
                own,
                approvals.stream()
                        .filter(it -> it.pool().equals(pool) && it.declined().isEmpty())
                        .findFirst());
    }

    @Override
    public void pause(String pool, Set<Direction> directions, String reason, String by) {
        failure.run();
        resume(pool, directions);
        directions.stream().sorted().forEach(direction -> pauses.add(new Pause(pool, direction, reason, by, THEN)));
    }

    @Override
    public void resume(String pool, Set<Direction> directions) {
        pauses.removeIf(pause -> pause.pool().equals(pool) && directions.contains(pause.direction()));
    }

    @Override
    public Backlog backlog() {
        failure.run();
        return new Backlog(3, Optional.of(THEN));
    }

    void underWay(Update update) {
        underWay = Optional.of(update);
    }

    @Override
    public Optional<Update> underWay() {
        return underWay;
    }

    @Override
    public List<SizePoint> sizes(String pool, Instant since) {
        return List.of(new SizePoint(since, 2), new SizePoint(THEN.plusSeconds(9), 5));
    }

    /** The newest first. */
    void history(HistoryEntry... entries) {
        history.addAll(0, List.of(entries));
    }

    /** What the history was asked for last. */
    HistoryQuery asked() {
        return asked.orElseThrow();
    }

    @Override
    public List<HistoryEntry> history(HistoryQuery query) {
        failure.run();
        asked = Optional.of(query);
        return history.stream()
                .filter(it ->
                        query.after().filter(id -> it.decided().id() <= id).isEmpty())
                .limit(query.limit())
                .toList();
    }

    void story(IntentStory told) {
        story = Optional.of(told);
    }

    @Override
    public Optional<IntentStory> intent(IntentId id) {
        return story.filter(it -> it.intent().id().equals(id));
    }

    @Override
    public Optional<PoolStatus> pool(String name) {
        return pools().stream().filter(it -> it.pool().name().equals(name)).findFirst();
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }

    @Override
    public Readiness readiness() {
        return readiness;
    }

    /** The one that there is. */
    static Update stalled() {
        return Update.planned(7, List.of(GROWN), THEN)
                .executed(Execution.none()
                        .started(THEN.plusSeconds(1))
                        .attempted(10)
                        .by("3.255.0"))
                .ended(UpdateStatus.STALLED, Optional.of("the lock is held"), THEN.plusSeconds(9));
    }

    /** The newest first; the one that there is comes last. */
    void updates(Update... some) {
        updates = Stream.concat(Stream.of(some), Stream.of(stalled())).toList();
    }

    @Override
    public List<Update> updates(int limit) {
        return updates.stream().limit(limit).toList();
    }
}
