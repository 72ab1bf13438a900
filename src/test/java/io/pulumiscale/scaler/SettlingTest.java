package io.pulumiscale.scaler;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static io.pulumiscale.model.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Source;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import io.pulumiscale.update.Outcome;
import io.pulumiscale.update.StackUnreachable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an update has left half-done is put right before anything else. The pool web is at 3. */
class SettlingTest {
    private final Bench bench = new Bench();

    @BeforeEach
    void look() {
        bench.scaler.observe();
    }

    @Test
    void anUpdateThatFailedAfterTheResourcesStepIsFinished() {
        failsHalfWay(2);
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.FAILED);
        assertThat(bench.stack.sizes()).containsEntry("web", 3);

        bench.scaler.runOnce();

        assertThat(bench.stack.sizes()).containsEntry("web", 5);
        assertThat(bench.lastUpdate().message()).isEqualTo("web 3→5: finishing update 1, ada, +2");
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.SUCCEEDED);
    }

    @Test
    void itIsFinishedBeforeWhatCameMeanwhileIsDecided() {
        failsHalfWay(2);
        bench.append(person("bob", "web", new Delta(1)));
        bench.scaler.runOnce();
        assertThat(bench.stack.sizes()).as("neither lost nor doubled").containsEntry("web", 6);
    }

    @Test
    void itIsFinishedAfterARestartToo() {
        Update failed = bench.journal.plan(List.of(new Resize("web", 3, 5, "ada, +2", List.of())), NOW);
        bench.journal.save(failed.ended(UpdateStatus.FAILED, java.util.Optional.of("killed"), NOW));
        bench.stack.ahead("web", 5);
        bench.scaler.recover();
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
    }

    @Test
    void whatAPersonsUpHasPutBackMeanwhileIsNotFinished() {
        failsHalfWay(2);
        bench.stack.ahead("web", 3);
        bench.scaler.runOnce();
        assertThat(bench.stack.runs()).hasSize(1);
    }

    @Test
    void aDifferenceThatIsNoUpdateOfOursIsLeftAlone() {
        bench.stack.ahead("web", 9);
        bench.scaler.recover();
        assertThat(bench.stack.runs()).isEmpty();
    }

    @Test
    void whileItCannotBeFinishedThePoolIsNotDecidedAndOthersAre() {
        failsHalfWay(2);
        bench.stack.next(() -> new Outcome.Failed("still no capacity"));
        bench.scaler.runOnce();
        bench.append(person("bob", "web", new Delta(1)), person("eve", "api", new Delta(1)));
        bench.scaler.runOnce();
        assertThat(bench.stack.sizes()).containsEntry("web", 3).containsEntry("api", 5);
        assertThat(bench.journal.waiting()).hasSize(1);

        bench.clock.step(Duration.ofSeconds(30));
        bench.scaler.runOnce();
        assertThat(bench.stack.sizes()).containsEntry("web", 6);
    }

    @Test
    void anOperationThatWasInterruptedIsRepairedFirst() {
        Update begun = bench.journal.plan(List.of(new Resize("web", 3, 5, "ada, +2", List.of())), NOW);
        bench.journal.save(begun.ended(UpdateStatus.FAILED, java.util.Optional.of("killed"), NOW));
        bench.stack.interrupted("web", 5);
        bench.scaler.recover();
        assertThat(bench.stack.refreshes()).isEqualTo(1);
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
    }

    @Test
    void untilItIsRepairedNothingIsDecided() {
        bench.stack.interrupted("web", 3);
        bench.stack.refuseRefreshes(1);
        bench.scaler.recover();
        bench.append(person("eve", "api", new Delta(1)));
        assertThat(bench.scaler.runOnce()).isFalse();
        assertThat(bench.stack.refreshes()).as("not at once").isEqualTo(1);

        bench.clock.step(Duration.ofSeconds(5));
        bench.scaler.runOnce();
        assertThat(bench.stack.refreshes()).isEqualTo(2);
        assertThat(bench.stack.sizes()).containsEntry("api", 5);
    }

    @Test
    void whatCannotBeLookedAtStaysDue() {
        failsHalfWay(2);
        bench.stack.away(true);
        assertThatThrownBy(bench.scaler::runOnce).isInstanceOf(StackUnreachable.class);
        bench.stack.away(false);
        bench.scaler.runOnce();
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
    }

    @Test
    void anEngineThatWasKilledIsFollowedByAnotherOnceTheLockIsCleared() {
        bench.append(person("ada", "web", new Delta(2)));
        bench.stack.next(() -> new Outcome.Died("the engine was killed (exit code 137)"));
        bench.scaler.runOnce();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.RUNNING);
        bench.scaler.runOnce();
        assertThat(bench.stack.refreshes()).as("what takes the lock").isEqualTo(1);
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.SUCCEEDED);
        assertThat(bench.lastUpdate().attempts()).isEqualTo(2);
    }

    @Test
    void regressionALockLeftByAnEngineThatWasKilledWhenAllWasDone() {
        bench.append(person("ada", "web", new Delta(2)));
        bench.stack.next(() -> {
            bench.stack.with("web", 5);
            return new Outcome.Died("the engine was killed (exit code 137)");
        });
        bench.scaler.runOnce();
        assertThat(bench.lastUpdate().status()).as("while the lock is there").isEqualTo(UpdateStatus.RUNNING);
        bench.scaler.runOnce();
        assertThat(bench.stack.refreshes()).as("what takes the lock").isEqualTo(1);
        assertThat(bench.stack.runs()).hasSize(1);
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.SUCCEEDED);
        assertThat(bench.lastUpdate().problem()).contains("the engine was killed (exit code 137); all of it was done");
    }

    @Test
    void regressionADeltaCountedTwiceWhenItsEngineDiedAfterTheResourcesStep() {
        bench.append(person("ada", "web", new Delta(2)));
        bench.stack.next(() -> {
            bench.stack.ahead("web", 5);
            return new Outcome.Died("the engine was killed (exit code 137)");
        });
        bench.scaler.runOnce();
        bench.append(person("bob", "web", new Delta(1)));
        bench.scaler.runOnce();
        bench.scaler.runOnce();
        assertThat(bench.stack.sizes()).containsEntry("web", 6);
        assertThat(bench.journal.waiting()).isEmpty();
    }

    @Test
    void whatWasStoppedHalfWayIsFinishedThoughNobodyWantsItAnyMore() {
        bench.append(alert("a", "web", new Delta(2)));
        bench.stack.next(() -> {
            bench.stack.ahead("web", 5);
            return new Outcome.HalfWay("told to end");
        });
        bench.scaler.runOnce();
        assertThat(bench.lastUpdate().status()).as("for the next start").isEqualTo(UpdateStatus.RUNNING);
        bench.end(new AlertEnd("a", "web", Source.ALERTMANAGER, NOW.plusSeconds(1)));

        bench.scaler.recover();
        bench.scaler.runOnce();

        assertThat(bench.stack.sizes()).containsEntry("web", 5);
        assertThat(bench.stack.runs())
                .as("once, and not once more for its intent")
                .hasSize(2);
        assertThat(bench.journal.updates(5)).extracting(Update::status).containsExactly(UpdateStatus.SUCCEEDED);
        assertThat(bench.journal.waiting()).isEmpty();
    }

    @Test
    void whatWasStoppedHalfWayCountsOnceWithWhatCameMeanwhile() {
        bench.append(person("ada", "web", new Delta(2)));
        bench.stack.next(() -> {
            bench.stack.ahead("web", 5);
            return new Outcome.HalfWay("told to end");
        });
        bench.scaler.runOnce();
        bench.append(person("bob", "web", new Delta(1)));
        bench.scaler.runOnce();
        assertThat(bench.stack.sizes()).containsEntry("web", 6);
    }

    @Test
    void regressionFinishingWasForgottenWhenTheScalerWasToldToEndBeforeIt() {
        failsHalfWay(2);
        bench.stack.next(() -> new Outcome.Interrupted("told to end while waiting for the lock of ada"));
        bench.scaler.runOnce();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.WITHDRAWN);

        bench.scaler.recover();

        assertThat(bench.stack.sizes()).containsEntry("web", 5);
    }

    @Test
    void regressionFinishingWasForgottenWhenALockWasNotLetGo() {
        failsHalfWay(2);
        conflicts();
        bench.scaler.runOnce();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.STALLED);
        bench.append(person("bob", "web", new Delta(1)));
        bench.scaler.runOnce();
        assertThat(bench.journal.waiting())
                .as("not decided from a size that is none")
                .hasSize(1);

        bench.clock.step(Duration.ofSeconds(30));
        bench.scaler.runOnce();

        assertThat(bench.stack.sizes()).containsEntry("web", 6);
    }

    @Test
    void regressionWhatADeadEngineLeftHalfDoneWasForgottenWhenALockWasNotLetGo() {
        Update begun = bench.journal.plan(List.of(new Resize("web", 3, 5, "ada, +2", List.of())), NOW);
        bench.journal.save(begun.running(NOW));
        bench.stack.ahead("web", 5);
        conflicts();
        bench.scaler.recover();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.SUCCEEDED);
        assertThat(bench.lastUpdate().message()).startsWith("web 3→5: finishing update 1");
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
    }

    @Test
    void aLockThatCannotBeClearedYetIsComeBackForAndHindersNobody() {
        bench.append(person("ada", "web", new Delta(2)));
        bench.stack.next(() -> new Outcome.Died("the engine was killed (exit code 137)"));
        bench.stack.refuseRefreshes(1);
        bench.scaler.runOnce();
        bench.scaler.runOnce();
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
        assertThat(bench.stack.refreshes()).isEqualTo(1);
        bench.clock.step(Duration.ofSeconds(5));
        bench.scaler.runOnce();
        bench.scaler.runOnce();
        assertThat(bench.stack.refreshes()).isEqualTo(2);
    }

    @Test
    void whatIsCarriedOutAgainAndFailsHalfWayIsFinished() {
        Update begun = bench.journal.plan(List.of(new Resize("web", 3, 5, "ada, +2", List.of())), NOW);
        bench.journal.save(begun.running(NOW));
        bench.stack.next(() -> {
            bench.stack.ahead("web", 5);
            return new Outcome.Failed("no capacity for the rest");
        });
        bench.scaler.recover();
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
        assertThat(bench.lastUpdate().message()).startsWith("web 3→5: finishing update 1");
    }

    @Test
    void whereEveryEngineIsKilledThatIsToldAndNotTriedForEver() {
        bench.append(person("ada", "web", new Delta(2)));
        for (int i = 0; i < 3; i++) {
            bench.stack.next(() -> new Outcome.Died("the engine was killed (exit code 137)"));
        }
        for (int i = 0; i < 4; i++) {
            bench.scaler.runOnce();
            bench.clock.step(Duration.ofSeconds(5));
        }
        assertThat(bench.stack.runs()).hasSize(3);
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.FAILED);
        assertThat(bench.lastUpdate().problem()).contains("the engine was killed (exit code 137), 3 times");
        assertThat(bench.journal.waiting()).isEmpty();
    }

    @Test
    void whatTheStackHasDoneInSpiteOfAFailureIsSeen() {
        bench.append(person("ada", "web", new Delta(2)));
        bench.stack.next(() -> {
            bench.stack.with("web", 5);
            return new Outcome.Failed("nobody knows");
        });
        bench.scaler.runOnce();
        bench.append(person("bob", "web", new Delta(-2)));
        bench.scaler.runOnce();
        assertThat(bench.stack.sizes()).as("decided from 5, not from 3").containsEntry("web", 3);
    }

    @Test
    void whatCouldNotReachTheBackendWaitsAndIsCarriedOutOnceWhenItIsBack() {
        losesTheBackend(() -> {});
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.RUNNING);
        assertThat(bench.lastUpdate().problem()).contains("no such bucket");
        assertThat(bench.status.problem()).contains("no such bucket");
        bench.append(person("bob", "web", new Delta(1)));
        assertThatThrownBy(bench.scaler::runOnce).isInstanceOf(StackUnreachable.class);
        assertThat(bench.stack.runs()).as("not tried in vain").hasSize(1);

        bench.stack.away(false);
        bench.scaler.observe();
        bench.scaler.runOnce();

        assertThat(bench.status.problem()).isEmpty();
        assertThat(bench.stack.sizes()).containsEntry("web", 6);
        assertThat(bench.journal.updates(10)).extracting(Update::status).containsOnly(UpdateStatus.SUCCEEDED);
    }

    @Test
    void whatWasDoneBeforeTheBackendWentAwayIsNotDoneAgain() {
        losesTheBackend(() -> bench.stack.with("web", 5));
        bench.stack.away(false);
        bench.scaler.observe();
        bench.scaler.runOnce();
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
        assertThat(bench.stack.runs()).hasSize(1);
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.SUCCEEDED);
    }

    @Test
    void aStackThatCannotBeLookedAtIsAProblemUntilItCan() {
        bench.stack.away(true);
        assertThatThrownBy(bench.scaler::observe).isInstanceOf(StackUnreachable.class);
        assertThat(bench.status.problem())
                .hasValueSatisfying(why -> assertThat(why).contains("the backend is away"));
        bench.stack.away(false);
        bench.scaler.observe();
        assertThat(bench.status.problem()).isEmpty();
    }

    /** The lock is somebody else's, at every try of an update. */
    private void conflicts() {
        for (int i = 0; i < Bench.TRIES; i++) {
            bench.stack.next(() -> new Outcome.LockConflict("waiting for the lock of ada"));
        }
    }

    private void losesTheBackend(Runnable before) {
        bench.append(person("ada", "web", new Delta(2)));
        bench.stack.next(() -> {
            before.run();
            bench.stack.away(true);
            return new Outcome.Unreachable("no such bucket");
        });
        bench.scaler.runOnce();
    }

    private void failsHalfWay(int by) {
        bench.append(person("ada", "web", new Delta(by)));
        bench.stack.next(() -> {
            bench.stack.ahead("web", 3 + by);
            return new Outcome.Failed("killed between two steps");
        });
        bench.scaler.runOnce();
    }
}
