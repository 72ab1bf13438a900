package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.Update;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateRunnerTest {
    private static final RetrySettings QUICK = new RetrySettings(4, Duration.ofMillis(1), Duration.ofMillis(2), 0.25);
    private static final Update UPDATE =
            Update.planned(1, List.of(new Resize("web", 3, 5, "", List.of())), Samples.NOW);
    private static final Outcome LOCKED = new Outcome.LockConflict("ada has the lock");
    private static final Outcome APPLIED = new Outcome.Applied(StackState.unknown(), Optional.empty());

    @Test
    void whatSucceedsIsTriedOnce() {
        assertThat(run(APPLIED)).isEqualTo(new UpdateRunner.Result(APPLIED, 1));
    }

    @Test
    void aLockConflictIsTriedAgain() {
        assertThat(run(LOCKED, LOCKED, APPLIED)).isEqualTo(new UpdateRunner.Result(APPLIED, 3));
    }

    @Test
    void afterTheLastTryTheConflictIsTheOutcome() {
        assertThat(run(LOCKED, LOCKED, LOCKED, LOCKED, APPLIED)).isEqualTo(new UpdateRunner.Result(LOCKED, 4));
    }

    @Test
    void withOneTryThereIsNoSecond() {
        Queue<Outcome> script = new ArrayDeque<>(List.of(LOCKED, APPLIED));
        assertThat(new UpdateRunner(new Scripted(script::remove), QUICK.withTries(1)).run(UPDATE))
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
        assertThat(new UpdateRunner(broken, QUICK).run(UPDATE))
                .isEqualTo(new UpdateRunner.Result(new Outcome.Failed("java.lang.IllegalStateException: a bug"), 1));
        assertThat(calls).hasValue(1);
    }

    @Test
    void whoWaitsForALockIsToldToEndAndStopsWaiting() throws Exception {
        RetrySettings slow = new RetrySettings(4, Duration.ofHours(1), Duration.ofHours(1), 0);
        CountDownLatch tried = new CountDownLatch(1);
        UpdateRunner runner = new UpdateRunner(
                new Scripted(() -> {
                    tried.countDown();
                    return LOCKED;
                }),
                slow);
        CompletableFuture<UpdateRunner.Result> run = CompletableFuture.supplyAsync(() -> runner.run(UPDATE));
        tried.await();
        runner.end();
        assertThat(run.get(10, TimeUnit.SECONDS))
                .isEqualTo(new UpdateRunner.Result(
                        new Outcome.Interrupted("the scaler was told to end while ada has the lock"), 1));
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        RetrySettings settings = new RetrySettings(9, Duration.ofMillis(500), Duration.ofSeconds(3), 0);
        assertThat(IntStream.rangeClosed(1, 5).mapToObj(failures -> settings.delay(failures, new Random(1))))
                .containsExactly(millis(500), millis(1000), millis(2000), millis(3000), millis(3000));
    }

    @Test
    void chanceMakesPausesDifferentButNotByMoreThanTheJitter() {
        RetrySettings settings = new RetrySettings(9, Duration.ofSeconds(1), Duration.ofSeconds(3), 0.25);
        Random chance = new Random(1);
        assertThat(Stream.generate(() -> settings.delay(1, chance)).limit(1000).distinct())
                .hasSizeGreaterThan(100)
                .allMatch(delay -> delay.compareTo(millis(750)) >= 0 && delay.compareTo(millis(1250)) <= 0);
    }

    private static Duration millis(long number) {
        return Duration.ofMillis(number);
    }

    private static UpdateRunner.Result run(Outcome... outcomes) {
        Queue<Outcome> script = new ArrayDeque<>(List.of(outcomes));
        return new UpdateRunner(new Scripted(script::remove), QUICK).run(UPDATE);
    }

    private record Scripted(Supplier<Outcome> script) implements StackUpdater {
        @Override
        public Outcome run(Update update) {
            assertThat(update).isEqualTo(UPDATE);
            return script.get();
        }

        @Override
        public StackState read() {
            return StackState.unknown();
        }
    }
}
