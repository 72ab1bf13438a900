package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.journal.Appended;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.Execution;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.PoolKind;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.ScalingRules;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import io.pulumiscale.scaler.DryRun;
import io.pulumiscale.scaler.Intake;
import io.pulumiscale.scaler.PoolStatus;
import io.pulumiscale.scaler.Readiness;
import io.pulumiscale.scaler.StatusView;
import io.pulumiscale.webhook.SnsEnvelope;
import io.pulumiscale.webhook.SnsInbox;
import io.pulumiscale.webhook.SnsMessage;
import io.pulumiscale.webhook.SnsSubscription;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keeps intents in a list, and fails when told to. */
final class FakeScaler implements Intake, StatusView {
    static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:pulumiscale-dev-alerts";
    private static final Pool WEB = new Pool(
            "web",
            PoolKind.EC2,
            1,
            9,
            2,
            3,
            1,
            Map.of("pulumiscale-dev-web-cpu-high", new Change.Delta(3)),
            ScalingRules.standard());
    private static final Pool WORKERS =
            new Pool("workers", PoolKind.KUBERNETES, 0, 20, 2, 4, 2, Map.of(), ScalingRules.standard());
    private static final Resize GROWN = new Resize("web", 2, 5, "HighCPU firing, +3", List.of(new IntentId("i1")));
    private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");

    private final Map<String, ScalingIntent> kept = new ConcurrentHashMap<>();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private volatile CountDownLatch hold = new CountDownLatch(0);
    private volatile Optional<String> problem = Optional.empty();
    private volatile Readiness readiness = new Readiness.Ready();
    private volatile List<Approval> approvals = List.of();
    private final List<Long> approved = new CopyOnWriteArrayList<>();
    private volatile Runnable failure = () -> {};
    private volatile Optional<String> topic = Optional.of(TOPIC);
    private volatile Consumer<SnsEnvelope> verification = envelope -> {};
    private volatile Consumer<SnsMessage.SubscriptionConfirmation> confirm = confirmation -> {};

    Backend backend(Clock clock) {
        SnsInbox inbox = new SnsInbox(() -> topic, envelope -> verification.accept(envelope), clock);
        SnsBackend sns = new SnsBackend(inbox, confirmation -> confirm.accept(confirmation), new SnsSubscription());
        return new Backend(this, this, () -> PoolCatalog.of(List.of(WEB, WORKERS)), sns);
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

    /** Returns once a request has got as far as the intake. */
    void awaitRequest() throws InterruptedException {
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
    }

    void failWith(RuntimeException e) {
        failure = () -> {
            throw e;
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
    public List<Appended> accept(List<ScalingIntent> intents, List<AlertEnd> ends) {
        arrived.countDown();
        try {
            assertThat(hold.await(10, TimeUnit.SECONDS)).isTrue();
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

    private DryRun rehearse(ScalingIntent intent) {
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

    void approvals(Approval... some) {
        approvals = List.of(some);
    }

    @Override
    public List<PoolStatus> pools() {
        return List.of(
                new PoolStatus(WEB, OptionalInt.of(2), OptionalInt.of(5), false, Optional.of(GROWN)),
                new PoolStatus(WORKERS, OptionalInt.empty(), OptionalInt.empty(), true, Optional.empty()));
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

    @Override
    public List<Update> updates(int limit) {
        Update update = Update.planned(7, List.of(GROWN), THEN)
                .executed(Execution.none()
                        .started(THEN.plusSeconds(1))
                        .attempted(10)
                        .by("3.255.0"))
                .ended(UpdateStatus.STALLED, Optional.of("the lock is held"), THEN.plusSeconds(9));
        return List.of(update).subList(0, Math.min(1, limit));
    }
}
