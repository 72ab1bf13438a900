package io.pulumiscale.scaler;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.journal.JournalException;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import io.pulumiscale.update.Outcome;
import io.pulumiscale.update.RetrySettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a process that died has left: {@code web 3→5} and {@code api 4→6}, two alerts of +2. */
class RecoveryTest {
    private final Bench bench = new Bench();

    @Test
    void whatWasBegunAndChangedNothingIsCarriedOutOnce() {
        left(UpdateStatus.RUNNING);
        restart();
        assertThat(bench.stack.sizes()).containsEntry("web", 5).containsEntry("api", 6);
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.SUCCEEDED);
        assertThat(bench.lastUpdate().attempts()).isEqualTo(1);
        nothingIsLeft();
    }

    @Test
    void whatWasOnlyPlannedIsDecidedAgain() {
        left(UpdateStatus.PENDING);
        bench.scaler.observe();
        bench.scaler.recover();
        assertThat(bench.stack.runs()).isEmpty();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.WITHDRAWN);
        assertThat(bench.journal.waiting()).hasSize(2);
        assertThat(bench.scaler.runOnce()).isTrue();
        assertThat(bench.stack.sizes()).containsEntry("web", 5).containsEntry("api", 6);
        nothingIsLeft();
    }

    @Test
    void whatWasFinishedIsNotDoneTwice() {
        left(UpdateStatus.RUNNING);
        bench.stack.with("web", 5).with("api", 6);
        restart();
        assertThat(bench.stack.runs()).isEmpty();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.SUCCEEDED);
        assertThat(bench.lastUpdate().problem()).contains("the scaler was ended; all of it was done");
        nothingIsLeft();
    }

    @Test
    void whatAnotherHasMovedSinceIsLeftAlone() {
        left(UpdateStatus.RUNNING);
        bench.stack.with("web", 5);
        restart();
        assertThat(bench.stack.runs()).isEmpty();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.FAILED);
        assertThat(bench.lastUpdate().problem())
                .contains("the scaler was ended; it was not finished, and sizes have moved since");
        nothingIsLeft();
    }

    @Test
    void regressionAnEngineThatOutlivedItsScalerDoubledTheDelta() {
        left(UpdateStatus.RUNNING);
        bench.stack.next(() ->
                new Outcome.BaseMoved(bench.stack.with("web", 5).with("api", 6).state(), "web has moved"));
        restart();
        assertThat(bench.stack.sizes()).containsEntry("web", 5).containsEntry("api", 6);
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.SUCCEEDED);
        nothingIsLeft();
    }

    @Test
    void whatWasDeployedFromAnotherConfigurationSinceIsDecidedAgain() {
        left(UpdateStatus.RUNNING);
        bench.stack.stale("web");
        restart();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.WITHDRAWN);
        assertThat(bench.journal.waiting()).hasSize(2);
    }

    @Test
    void whatIsOutOfBoundsSinceIsDecidedAgain() {
        left(UpdateStatus.RUNNING);
        bench.pools = PoolCatalog.of(List.of(Samples.pool("web", 1, 4), Samples.pool("api", 1, 20)));
        restart();
        assertThat(bench.stack.runs()).isEmpty();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.WITHDRAWN);
        assertThat(bench.scaler.runOnce()).isTrue();
        assertThat(bench.stack.sizes()).containsEntry("web", 4).containsEntry("api", 6);
    }

    @Test
    void whenNobodyCouldWriteHowAnUpdateEndedItIsFoundOut() {
        bench.append(alert("a", "web", new Delta(2)));
        bench.scaler.observe();
        bench.failNextEnd();
        assertThatThrownBy(bench.scaler::runOnce).isInstanceOf(JournalException.class);
        restart();
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
        assertThat(bench.stack.runs()).hasSize(1);
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.SUCCEEDED);
    }

    /** Were it withdrawn, the sizes that the first process's engine brings about would be its new base. */
    @Test
    void whatIsStoppedWhileItIsCarriedOutAgainIsLeftToTheNextStart() {
        left(UpdateStatus.RUNNING);
        bench.stack.next(() -> {
            bench.scaler.end();
            return new Outcome.LockConflict("waiting for the lock of the first engine");
        });
        restart();
        assertThat(bench.stack.runs()).hasSize(1);
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.RUNNING);
        assertThat(bench.lastUpdate().attempts()).isEqualTo(1);
        assertThat(bench.journal.waiting()).isEmpty();

        bench.stack.with("web", 5).with("api", 6); // by the first engine, meanwhile
        Scaler next = bench.scaler(RetrySettings.standard());
        next.observe();
        next.recover();
        assertThat(bench.stack.sizes()).containsEntry("web", 5).containsEntry("api", 6);
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.SUCCEEDED);
        nothingIsLeft();
    }

    @Test
    void whatIsToldToEndBeforeItIsCarriedOutAgainIsLeftToTheNextStart() {
        left(UpdateStatus.RUNNING);
        bench.scaler.end();
        restart();
        assertThat(bench.stack.runs()).isEmpty();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.RUNNING);
        assertThat(bench.lastUpdate().attempts()).isZero();
        assertThat(bench.journal.waiting()).isEmpty();
    }

    @Test
    void whatTakesTooLongWhileItIsCarriedOutAgainHasFailed() {
        left(UpdateStatus.RUNNING);
        bench.stack.next(() -> new Outcome.TimedOut("stopped: past its deadline"));
        restart();
        assertThat(bench.stack.runs()).hasSize(1);
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.FAILED);
        assertThat(bench.lastUpdate().problem()).contains("stopped: past its deadline");
        nothingIsLeft();
    }

    private void left(UpdateStatus status) {
        bench.append(alert("a", "web", new Delta(2)), alert("b", "api", new Delta(2)));
        Update planned = bench.journal.plan(List.of(resize("web", 3, 5, "a"), resize("api", 4, 6, "b")), NOW);
        if (status == UpdateStatus.RUNNING) {
            bench.journal.save(planned.running(NOW));
        }
    }

    private void restart() {
        bench.scaler.observe();
        bench.scaler.recover();
    }

    private void nothingIsLeft() {
        assertThat(bench.journal.waiting()).isEmpty();
        assertThat(bench.journal.unfinished()).isEmpty();
        assertThat(bench.scaler.runOnce()).isFalse();
    }

    private static Resize resize(String pool, int from, int to, String key) {
        return new Resize(pool, from, to, key + ", +2", List.of(new IntentId(key)));
    }
}
