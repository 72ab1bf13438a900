package io.pulumiscale.scaler;

import static io.pulumiscale.model.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.pulumiscale.journal.Appended;
import io.pulumiscale.journal.Appended.Accepted;
import io.pulumiscale.journal.Appended.Duplicate;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.HistoryQuery;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import io.pulumiscale.update.Outcome;
import io.pulumiscale.update.RetrySettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing here looks by itself again: what happens, happens because of an intent or a wish. */
class ScalerLoopTest {
    private static final Duration PROMPTLY = Duration.ofSeconds(10);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final ScalerLoop.Timing TIMING = timing(NEVER);

    private final Bench bench = new Bench();
    private final ScalerLoop loop = new ScalerLoop(bench.scaler, bench.journal, TIMING, Clock.systemUTC());

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void itLooksAtTheStackFirst() {
        loop.start();
        await().until(bench.observed::known);
        assertThat(bench.stack.runs()).isEmpty();
    }

    @Test
    void anIntentIsAcceptedAndThenApplied() {
        loop.start();
        assertThat(accept(loop, intent("a"))).containsExactly(new Accepted(new IntentId("a")));
        await().untilAsserted(() -> assertThat(bench.stack.sizes()).containsEntry("web", 5));
    }

    @Test
    void aDuplicateIsSaidToBeOneAndDoesNothing() {
        loop.start();
        accept(loop, intent("a"));
        await().untilAsserted(() -> assertThat(bench.stack.sizes()).containsEntry("web", 5));
        assertThat(accept(loop, intent("a"))).containsExactly(new Duplicate(new IntentId("a")));
        loop.close();
        assertThat(bench.stack.runs()).hasSize(1);
    }

    @Test
    void whatWasAcceptedBeforeTheStartIsNotForgotten() {
        accept(loop, intent("a"));
        loop.start();
        await().untilAsserted(() -> assertThat(bench.stack.sizes()).containsEntry("web", 5));
    }

    @Test
    void whatComesWhileAnUpdateRunsGoesIntoTheNextOneTogether() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        bench.stack.next(() -> {
            begun.countDown();
            pass(goOn);
            return new Outcome.Applied(bench.stack.with("web", 5).state(), java.util.Optional.empty());
        });
        loop.start();
        accept(loop, intent("first"));
        pass(begun);
        IntStream.range(0, 100).forEach(i -> accept(loop, intent("later" + i)));
        goOn.countDown();
        await().untilAsserted(() -> assertThat(bench.stack.sizes()).containsEntry("web", 7));
        assertThat(bench.stack.runs()).hasSize(2);
    }

    @Test
    void itGoesOnWhenTheBackendIsBack() {
        bench.stack.away(true);
        loop.start();
        accept(loop, intent("a"));
        await().until(() -> bench.stack.reads() > 2);
        assertThat(bench.observed.known()).isFalse();
        bench.stack.away(false);
        await().untilAsserted(() -> assertThat(bench.stack.sizes()).containsEntry("web", 5));
    }

    @Test
    void anUpdateWhoseEndCouldNotBeWrittenIsSettledAndNotDoneTwice() {
        bench.failNextEnd();
        loop.start();
        accept(loop, intent("a"));
        await().untilAsserted(() -> assertThat(bench.journal.updates(1))
                .extracting(Update::status)
                .containsExactly(UpdateStatus.SUCCEEDED));
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
        assertThat(bench.stack.runs()).hasSize(1);
    }

    @Test
    void stalePoolsGoOnWhenItIsToldToLookAgain() {
        bench.stack.stale("web");
        loop.start();
        accept(loop, intent("a"));
        await().until(bench.observed::known);
        bench.stack.fresh("web");
        loop.lookAgain();
        await().untilAsserted(() -> assertThat(bench.stack.sizes()).containsEntry("web", 5));
    }

    @Test
    void regressionAWishToLookAgainWasLostWhileItWasLooking() {
        CountDownLatch once = new CountDownLatch(1);
        bench.stack.duringRead(() -> {
            if (once.getCount() > 0) {
                once.countDown();
                loop.lookAgain();
            }
        });
        loop.start();
        await().until(() -> bench.stack.reads() == 2);
    }

    @Test
    void closingWaitsForTheUpdateThatRunsAndBeginsNoOther() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        bench.stack.next(() -> {
            begun.countDown();
            pass(goOn);
            return new Outcome.Failed("enough");
        });
        loop.start();
        accept(loop, intent("first"));
        pass(begun);
        accept(loop, intent("second"));
        Thread closer = new Thread(loop::close);
        closer.start();
        await().until(() -> closer.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();
        closer.join();
        assertThat(bench.lastUpdate().problem()).contains("enough");
        assertThat(bench.stack.runs()).hasSize(1);
        assertThat(bench.journal.waiting()).hasSize(1);
    }

    /** Whoever sends without a pause would have it decide without one. */
    @Test
    void whatComesAllTheTimeIsDecidedNowAndThen() {
        Duration gather = Duration.ofMillis(100);
        ScalerLoop.Timing timing = new ScalerLoop.Timing(gather, NEVER, NEVER, NEVER, NEVER, NEVER);
        try (ScalerLoop paced = new ScalerLoop(bench.scaler, bench.journal, timing, Clock.systemUTC())) {
            paced.start();
            long begun = System.nanoTime();
            for (int i = 0; decisions() < 3; i++) {
                accept(paced, alert("intent" + i, "no such pool", new Delta(1)));
            }
            long most = (System.nanoTime() - begun) / gather.toNanos() + 1;
            assertThat((long) decisions()).isLessThanOrEqualTo(most);
        }
    }

    private int decisions() {
        return bench.journal.history(HistoryQuery.latest(1_000)).size();
    }

    @Test
    void closingBeforeTheStartIsNoTrouble() {
        loop.close();
        assertThat(bench.stack.reads()).isZero();
    }

    @Test
    void whatIsHeldUpGoesOnSoonAfterAPersonDeployed() {
        bench.stack.stale("web");
        try (ScalerLoop soon =
                new ScalerLoop(bench.scaler, bench.journal, timing(Duration.ofMillis(5)), Clock.systemUTC())) {
            soon.start();
            accept(soon, intent("a"));
            await().until(() -> bench.stack.reads() > 2);
            bench.stack.fresh("web");
            await().untilAsserted(() -> assertThat(bench.stack.sizes()).containsEntry("web", 5));
        }
    }

    @Test
    void theUpdateThatRunsIsStoppedWhenTheGraceIsOver() {
        CountDownLatch begun = new CountDownLatch(1);
        bench.stack.next(() -> {
            begun.countDown();
            bench.stack.awaitStop();
            return new Outcome.Interrupted("told to end");
        });
        ScalerLoop hasty = new ScalerLoop(
                bench.scaler, bench.journal, TIMING.withShutdownGrace(Duration.ofMillis(20)), Clock.systemUTC());
        hasty.start();
        accept(hasty, intent("a"));
        pass(begun);
        hasty.close();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.WITHDRAWN);
        assertThat(bench.lastUpdate().problem()).contains("told to end");
        assertThat(bench.journal.waiting()).hasSize(1);
    }

    @Test
    void whoeverIsInterruptedInTheGraceIsInAHurry() {
        CountDownLatch begun = new CountDownLatch(1);
        bench.stack.next(() -> {
            begun.countDown();
            bench.stack.awaitStop();
            return new Outcome.Interrupted("told to end");
        });
        loop.start();
        accept(loop, intent("a"));
        pass(begun);
        Thread.currentThread().interrupt();
        loop.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.WITHDRAWN);
    }

    @Test
    void closingDoesNotWaitForTheRestAfterAnError() {
        bench.stack.away(true);
        ScalerLoop weary = new ScalerLoop(
                bench.scaler,
                bench.journal,
                new ScalerLoop.Timing(Duration.ZERO, NEVER, NEVER, NEVER, NEVER, NEVER),
                Clock.systemUTC());
        weary.start();
        await().until(() -> bench.stack.reads() == 1);
        assertTimeoutPreemptively(PROMPTLY, weary::close);
    }

    @Test
    void closingDoesNotWaitForAPersonsLock() {
        bench.stack.next(() -> new Outcome.LockConflict("waiting for the lock of ada"));
        Scaler patient = bench.scaler(new RetrySettings(3, NEVER, NEVER.plusHours(1), 0));
        ScalerLoop waiting = new ScalerLoop(patient, bench.journal, TIMING, Clock.systemUTC());
        waiting.start();
        accept(waiting, intent("a"));
        await().until(() -> bench.stack.runs().size() == 1);
        assertTimeoutPreemptively(PROMPTLY, waiting::close);
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.WITHDRAWN);
        assertThat(bench.lastUpdate().problem())
                .contains("the scaler was told to end while waiting for the lock of ada");
        assertThat(bench.journal.waiting()).hasSize(1);
    }

    private static ScalerLoop.Timing timing(Duration lookSoon) {
        return new ScalerLoop.Timing(Duration.ofMillis(20), lookSoon, NEVER, lookSoon, Duration.ofMillis(10), NEVER);
    }

    private static ScalingIntent intent(String key) {
        return alert(key, "web", new Delta(2));
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Appended> accept(ScalerLoop loop, ScalingIntent intent) {
        return loop.accept(List.of(intent), List.of()).toCompletableFuture().join();
    }
}
