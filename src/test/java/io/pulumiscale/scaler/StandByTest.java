package io.pulumiscale.scaler;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulumiscale.journal.Appended;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One of several scalers; what the others do happens in the journal and in the stack. */
class StandByTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(2);
    private static final Duration A_WHILE = SOON.multipliedBy(40);

    private final Bench bench = new Bench();
    private final FakeLease lease = new FakeLease();
    private final ScalerLoop loop = new ScalerLoop(
            bench.scaler,
            bench.journal,
            new ScalerLoop.Timing(Duration.ZERO, SOON, NEVER, NEVER, SOON, NEVER),
            Clock.systemUTC());

    @BeforeEach
    void share() {
        bench.journal.lease(lease);
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void whoStandsByIsReadyAndTakesInButDecidesNothing() {
        loop.start();
        await().until(() -> bench.status.readiness() instanceof Readiness.Ready);
        assertThat(accept(loop, intent("a"))).hasSize(1);
        nothingHappens();
        assertThat(bench.journal.waiting()).hasSize(1);
        assertThat(bench.journal.lastDecisions()).isEmpty();
    }

    @Test
    void whoStandsBySettlesNothingThatTheOtherIsAt() {
        Update running = left();
        loop.start();
        await().until(bench.observed::known);
        nothingHappens();
        assertThat(bench.journal.unfinished()).containsExactly(running);
    }

    @Test
    void whoTakesOverSettlesWhatTheOtherLeftAndDecidesWhatItTookIn() {
        left();
        loop.start();
        await().until(bench.observed::known);
        bench.append(intent("b"));
        bench.stack.with("web", 5); // by the other, which could not write that down any more
        lease.held(2);
        await().untilAsserted(() -> assertThat(bench.stack.sizes()).containsEntry("web", 7));
        assertThat(bench.stack.runs()).hasSize(1);
        await().untilAsserted(() ->
                assertThat(bench.journal.updates(2)).extracting(Update::status).containsOnly(UpdateStatus.SUCCEEDED));
    }

    @Test
    void whoDecidesFindsWhatOthersTakeIn() {
        lease.held(1);
        loop.start();
        await().until(bench.observed::known);
        bench.append(intent("a"));
        await().untilAsserted(() -> assertThat(bench.stack.sizes()).containsEntry("web", 5));
    }

    @Test
    void whoHasLostItDecidesNothingMore() {
        lease.held(1);
        loop.start();
        await().until(bench.observed::known);
        int reads = bench.stack.reads();
        lease.elsewhere();
        await().until(() -> bench.stack.reads() > reads);
        bench.append(intent("a"));
        nothingHappens();
    }

    /** Another had it in between: what this one saw of the stack is old, and something may be left. */
    @Test
    void whoHasItAgainBeginsAsAfterARestart() {
        lease.held(1);
        loop.start();
        await().until(bench.observed::known);
        bench.stack.with("web", 5);
        left();
        lease.held(3);
        await().untilAsserted(() -> assertThat(bench.journal.unfinished()).isEmpty());
        assertThat(bench.lastUpdate().problem()).contains("the scaler was ended; all of it was done");
        assertThat(bench.stack.runs()).isEmpty();
    }

    @Test
    void regressionWhoCouldNotReadTheStackDidNotAskForTheLeaseMeanwhile() {
        bench.stack.away(true);
        try (ScalerLoop weary = new ScalerLoop(
                bench.scaler,
                bench.journal,
                new ScalerLoop.Timing(Duration.ZERO, SOON, NEVER, NEVER, NEVER, NEVER),
                Clock.systemUTC())) {
            weary.start();
            await().during(A_WHILE).until(() -> bench.stack.reads() == 1);
            bench.stack.away(false);
            bench.append(intent("a"));
            lease.held(1);
            await().untilAsserted(() -> assertThat(bench.stack.sizes()).containsEntry("web", 5));
        }
    }

    private void nothingHappens() {
        await().during(A_WHILE).until(() -> bench.stack.runs().isEmpty());
    }

    /** A running update, from 3 to 5. */
    private Update left() {
        bench.append(intent("left"));
        Resize resize = new Resize("web", 3, 5, "left, +2", List.of(new IntentId("left")));
        Update running = bench.journal.plan(List.of(resize), NOW).running(NOW);
        bench.journal.save(running);
        return running;
    }

    private static ScalingIntent intent(String key) {
        return alert(key, "web", new Delta(2));
    }

    private static List<Appended> accept(ScalerLoop loop, ScalingIntent intent) {
        return loop.accept(List.of(intent), List.of()).toCompletableFuture().join();
    }
}
