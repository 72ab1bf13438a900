package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.Update;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateRunnerTest {
    private static final RetrySettings QUICK = new RetrySettings(4, Duration.ofMillis(1), Duration.ofMillis(2), 0.25);
    private static final Update UPDATE =
            Update.planned(1, List.of(new Resize("web", 3, 5, "", List.of())), Samples.NOW);
    private static final UpdateRunner.Progress NOBODY = (attempts, reason) -> {};
    private static final Outcome LOCKED = new Outcome.LockConflict("ada has the lock");
    private static final Outcome APPLIED = new Outcome.Applied(StackState.unknown(), Optional.empty());

    private static final Outcome TOLD_TO_END =
            new Outcome.Interrupted("the scaler was told to end while ada has the lock");

    private final ScheduledThreadPoolExecutor timer = Pauses.timer();
    private final Pauses pauses = new Pauses(timer);

    @AfterEach
    void shutDown() {
        timer.shutdownNow();
    }

    @Test
    void whatSucceedsIsTriedOnce() {
        assertThat(run(APPLIED)).isEqualTo(new UpdateRunner.Result(APPLIED, 1));
    }

    @Test
    void aLockConflictIsTriedAgain() {
        assertThat(run(LOCKED, LOCKED, APPLIED)).isEqualTo(new UpdateRunner.Result(APPLIED, 3));
    }

    @Test
    void whoeverAsksIsToldWhoseLockIsWaitedFor() {
        Queue<Outcome> script = new ArrayDeque<>(List.of(LOCKED, LOCKED, APPLIED));
        List<String> told = new ArrayList<>();
        new UpdateRunner(new Scripted(script::remove), QUICK)
                .run(UPDATE, (attempts, reason) -> told.add(attempts + ": " + reason));
        assertThat(told).containsExactly("1: ada has the lock", "2: ada has the lock");
    }

    @Test
    void whoeverCannotBeToldDoesNotKeepTheUpdateFromBeingTried() {
        Queue<Outcome> script = new ArrayDeque<>(List.of(LOCKED, APPLIED));
        UpdateRunner.Progress broken = (attempts, reason) -> {
            throw new IllegalStateException("the disk is full");
        };
        assertThat(new UpdateRunner(new Scripted(script::remove), QUICK).run(UPDATE, broken))
                .isEqualTo(new UpdateRunner.Result(APPLIED, 2));
    }

    @Test
    void afterTheLastTryTheConflictIsTheOutcome() {
        assertThat(run(LOCKED, LOCKED, LOCKED, LOCKED, APPLIED)).isEqualTo(new UpdateRunner.Result(LOCKED, 4));
    }

    @Test
    void withOneTryThereIsNoSecond() {
        Queue<Outcome> script = new ArrayDeque<>(List.of(LOCKED, APPLIED));
        assertThat(new UpdateRunner(new Scripted(script::remove), QUICK.withTries(1)).run(UPDATE, NOBODY))
                .isEqualTo(new UpdateRunner.Result(LOCKED, 1));
    }

    @ParameterizedTest
    @MethodSource("others")
    void noOtherOutcomeIsTriedAgain(Outcome outcome) {
        assertThat(run(outcome, APPLIED)).isEqualTo(new UpdateRunner.Result(outcome, 1));
    }

    static Stream<Outcome> others() {
        return Stream.of(
                new Outcome.Failed("no subnet"),
                new Outcome.TimedOut("too long"),
                new Outcome.Interrupted("told to end"),
                new Outcome.BaseMoved(StackState.unknown(), "moved"),
                new Outcome.Stale(StackState.unknown(), "stale"));
    }

    @Test
    void regressionAnExceptionWasTriedAgainAsIfItWereALockConflict() {
        AtomicInteger calls = new AtomicInteger();
        StackUpdater broken = new Scripted(() -> {
            calls.incrementAndGet();
            throw new IllegalStateException("a bug");
        });
        assertThat(new UpdateRunner(broken, QUICK).run(UPDATE, NOBODY))
                .isEqualTo(new UpdateRunner.Result(new Outcome.Failed("java.lang.IllegalStateException: a bug"), 1));
        assertThat(calls).hasValue(1);
    }

    @Test
    void whoWaitsForALockIsToldToEndAndStopsWaiting() throws Exception {
        UpdateRunner runner = patient(() -> LOCKED);
        CompletableFuture<UpdateRunner.Result> run = CompletableFuture.supplyAsync(() -> runner.run(UPDATE, NOBODY));
        await().until(this::waiting);
        runner.end();
        assertThat(run.get(10, TimeUnit.SECONDS)).isEqualTo(new UpdateRunner.Result(TOLD_TO_END, 1));
        assertThat(timer.getQueue()).isEmpty();
    }

    @Test
    void whoIsToldToEndWhileTryingDoesNotWaitForALock() throws Exception {
        UpdateRunner runner = patient(() -> {
            pauses.end();
            return LOCKED;
        });
        assertThat(CompletableFuture.supplyAsync(() -> runner.run(UPDATE, NOBODY))
                        .get(10, TimeUnit.SECONDS))
                .isEqualTo(new UpdateRunner.Result(TOLD_TO_END, 1));
    }

    @Test
    void whatIsLockedAtTheLastTryIsSaidToBe() {
        StackUpdater ending = new Scripted(() -> {
            pauses.end();
            return LOCKED;
        });
        assertThat(new UpdateRunner(ending, QUICK.withTries(1), pauses).run(UPDATE, NOBODY))
                .isEqualTo(new UpdateRunner.Result(LOCKED, 1));
    }

    @Test
    void whoIsToldToEndBeforeDoesNotBegin() {
        UpdateRunner runner = patient(() -> APPLIED);
        runner.end();
        assertThat(runner.run(UPDATE, NOBODY))
                .isEqualTo(new UpdateRunner.Result(
                        new Outcome.Interrupted("the scaler was told to end before it began"), 0));
    }

    @Test
    void neitherTheEndNorAnInterruptReachesATry() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        UpdateRunner runner = patient(() -> {
            begun.countDown();
            return passed(goOn) ? APPLIED : new Outcome.Failed("interrupted");
        });
        CompletableFuture<UpdateRunner.Result> run = new CompletableFuture<>();
        Thread caller = new Thread(() -> run.complete(runner.run(UPDATE, NOBODY)));
        caller.start();
        begun.await();
        runner.end();
        caller.interrupt();
        assertThat(run).isNotDone();
        goOn.countDown();
        assertThat(run.get(10, TimeUnit.SECONDS)).isEqualTo(new UpdateRunner.Result(APPLIED, 1));
    }

    private UpdateRunner patient(Supplier<Outcome> script) {
        RetrySettings slow = new RetrySettings(4, Duration.ofHours(1), Duration.ofHours(2), 0);
        return new UpdateRunner(new Scripted(script), slow, pauses);
    }

    /** For the next try; the first one is running, or has. */
    private boolean waiting() {
        return timer.getQueue().stream().anyMatch(next -> ((Delayed) next).getDelay(TimeUnit.MINUTES) > 0);
    }

    private static boolean passed(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static UpdateRunner.Result run(Outcome... outcomes) {
        Queue<Outcome> script = new ArrayDeque<>(List.of(outcomes));
        return new UpdateRunner(new Scripted(script::remove), QUICK).run(UPDATE, NOBODY);
    }

    private record Scripted(Supplier<Outcome> script) implements StackUpdater {
        @Override
        public Outcome run(Update update) {
            assertThat(update).isEqualTo(UPDATE);
            return script.get();
        }

        @Override
        public Checkpoint checkpoint() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Refreshed refresh(Set<String> pools) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StackState read() {
            return StackState.unknown();
        }
    }
}
