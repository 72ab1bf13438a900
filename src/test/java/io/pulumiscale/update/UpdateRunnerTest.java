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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
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
