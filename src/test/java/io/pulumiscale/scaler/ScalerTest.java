package io.pulumiscale.scaler;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static io.pulumiscale.model.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Change.SetTo;
import io.pulumiscale.model.Decided;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.UpdateStatus;
import io.pulumiscale.update.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScalerTest {
    private final Bench bench = new Bench();

    @BeforeEach
    void look() {
        bench.scaler.observe();
    }

    @Test
    void withoutIntentsNothingIsDecided() {
        assertThat(bench.scaler.runOnce()).isFalse();
        assertThat(bench.stack.runs()).isEmpty();
        assertThat(bench.journal.updates(1)).isEmpty();
    }

    @Test
    void anAlertBecomesAnUpdateThatIsWrittenDown() {
        bench.append(alert("HighCPU", "web", new Delta(2)));
        assertThat(bench.scaler.runOnce()).isTrue();
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.SUCCEEDED);
        assertThat(bench.lastUpdate().message()).isEqualTo("web 3→5: HighCPU, +2");
        assertThat(bench.lastUpdate().attempts()).isEqualTo(1);
        assertThat(bench.lastUpdate().execution().startedAt()).contains(NOW);
        assertThat(bench.lastUpdate().endedAt()).contains(NOW);
        assertThat(bench.scaler.runOnce()).as("nothing is left").isFalse();
    }

    @Test
    void whatIsRunStandsInTheJournalAsRunningBefore() {
        bench.append(alert("HighCPU", "web", new Delta(2)));
        bench.stack.next(() -> {
            assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.RUNNING);
            assertThat(bench.status.pool("web").orElseThrow().desiredSize()).hasValue(5);
            return new Outcome.Failed("enough seen");
        });
        bench.scaler.runOnce();
        assertThat(bench.stack.runs()).hasSize(1);
        assertThat(bench.lastUpdate().problem()).contains("enough seen");
    }

    @Test
    void aThousandAlertsOfOneMomentAreOneUpdate() {
        IntStream.range(0, 1_000).forEach(i -> bench.append(alert("alert" + i, "web", new Delta(i % 4))));
        bench.scaler.runOnce();
        assertThat(bench.stack.runs()).hasSize(1);
        assertThat(bench.stack.sizes()).containsEntry("web", 6);
        assertThat(bench.journal.waiting()).isEmpty();
    }

    @Test
    void allPoolsThatAreDueGoIntoOneUpdate() {
        bench.append(alert("a", "web", new Delta(2)), alert("b", "api", new Delta(-1)));
        bench.scaler.runOnce();
        assertThat(bench.stack.runs()).hasSize(1);
        assertThat(bench.stack.sizes()).containsOnly(entry("web", 5), entry("api", 3));
    }

    @Test
    void whatStaysIsWrittenDownAndIsNoUpdate() {
        bench.append(person("ada", "web", new SetTo(3)), alert("b", "api", new Delta(1)));
        bench.scaler.runOnce();
        assertThat(Optional.ofNullable(bench.journal.lastDecisions().get("web")).map(Decided::decision))
                .contains(new Hold("web", 3, "ada, =3; already 3", List.of(new IntentId("ada"))));
        assertThat(bench.stack.runs().get(0).resizes()).extracting(Resize::pool).containsExactly("api");
    }

    @Test
    void aDeltaIsNotLostWhenAPersonMovedTheBase() {
        bench.append(alert("HighCPU", "web", new Delta(2)));
        bench.stack.with("web", 10);
        assertThat(bench.scaler.runOnce()).isTrue();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.WITHDRAWN);
        assertThat(bench.lastUpdate().problem()).contains("web has moved");

        assertThat(bench.scaler.runOnce()).isTrue();
        assertThat(bench.stack.sizes()).containsEntry("web", 12);
        assertThat(bench.journal.updates(10)).hasSize(2);
    }

    @Test
    void theIntentsOfAStalePoolWaitAndGoOnWhenItIsNoLonger() {
        bench.append(alert("a", "web", new Delta(2)), alert("b", "api", new Delta(1)));
        bench.stack.stale("web");
        assertThat(bench.scaler.runOnce()).isTrue();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.WITHDRAWN);

        assertThat(bench.scaler.runOnce()).as("the other pool is not held up").isTrue();
        assertThat(bench.stack.sizes()).containsOnly(entry("web", 3), entry("api", 5));
        assertThat(bench.scaler.runOnce()).isFalse();
        assertThat(bench.journal.waiting()).extracting(ScalingIntent::pool).containsExactly("web");
        assertThat(bench.status.pool("web").orElseThrow().stale()).isTrue();

        bench.stack.fresh("web");
        bench.scaler.observe();
        assertThat(bench.scaler.runOnce()).isTrue();
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
    }

    @Test
    void whatTookTooLongHasFailedAndIsNotTriedAgain() {
        bench.append(alert("a", "web", new Delta(2)));
        bench.stack.next(() -> new Outcome.TimedOut("stopped: past its deadline"));
        assertThat(bench.scaler.runOnce()).isTrue();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.FAILED);
        assertThat(bench.lastUpdate().problem()).contains("stopped: past its deadline");
        assertThat(bench.scaler.runOnce()).isFalse();
    }

    @Test
    void whatTheEndOfTheScalerInterruptedIsDecidedAgain() {
        bench.append(alert("a", "web", new Delta(2)));
        bench.stack.next(() -> new Outcome.Interrupted("the scaler was told to end"));
        bench.scaler.runOnce();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.WITHDRAWN);
        assertThat(bench.lastUpdate().problem()).contains("the scaler was told to end");
        bench.scaler.runOnce();
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
    }

    @Test
    void whenTriesAreExhaustedTheUpdateIsStalledAndSaysWhoHasTheLock() {
        bench.append(alert("a", "web", new Delta(2)));
        IntStream.range(0, Bench.TRIES)
                .forEach(i -> bench.stack.next(() -> new Outcome.LockConflict("waiting for the lock of ada@laptop")));
        bench.scaler.runOnce();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.STALLED);
        assertThat(bench.lastUpdate().attempts()).isEqualTo(Bench.TRIES);
        assertThat(bench.lastUpdate().problem()).contains("gave up after 3 tries: waiting for the lock of ada@laptop");
        assertThat(bench.journal.waiting()).isEmpty();
    }

    @Test
    void aLockConflictThatPassesIsNoProblem() {
        bench.append(alert("a", "web", new Delta(2)));
        bench.stack.next(() -> new Outcome.LockConflict("ada"));
        bench.scaler.runOnce();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.SUCCEEDED);
        assertThat(bench.lastUpdate().attempts()).isEqualTo(2);
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
    }

    @Test
    void whatFailedIsNotTriedAgain() {
        bench.append(alert("a", "web", new Delta(2)));
        bench.stack.next(() -> new Outcome.Failed("no subnet"));
        bench.scaler.runOnce();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.FAILED);
        assertThat(bench.lastUpdate().problem()).contains("no subnet");
        assertThat(bench.scaler.runOnce()).isFalse();
        assertThat(bench.stack.runs()).hasSize(1);
    }

    @Test
    void whatWasOddAlthoughItSucceededStandsInTheRecord() {
        bench.append(alert("a", "web", new Delta(2)));
        bench.stack.next(() -> new Outcome.Applied(bench.stack.with("web", 5).state(), Optional.of("deleted the vpc")));
        bench.scaler.runOnce();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.SUCCEEDED);
        assertThat(bench.lastUpdate().problem()).contains("deleted the vpc");
    }

    @Test
    void theNextDecisionStartsFromTheSizeThatTheLastUpdateLeft() {
        bench.append(alert("a", "web", new Delta(2)));
        bench.scaler.runOnce();
        bench.append(alert("b", "web", new Delta(2)));
        bench.scaler.runOnce();
        assertThat(bench.stack.sizes()).containsEntry("web", 7);
        assertThat(bench.stack.runs()).hasSize(2);
    }

    @Test
    void intentsOfAPoolThatIsNoLongerConfiguredAreAnsweredAndSaySo() {
        bench.append(alert("a", "web", new Delta(2)));
        bench.pools = PoolCatalog.of(List.of());
        assertThat(bench.scaler.runOnce()).isTrue();
        assertThat(Optional.ofNullable(bench.journal.lastDecisions().get("web")))
                .map(decided -> decided.decision().reason())
                .contains("no longer configured");
        assertThat(bench.journal.waiting()).isEmpty();
    }

    @Test
    void regressionAnUpdateThatBlewUpWasUnderWayForEver() {
        bench.append(alert("a", "web", new Delta(2)));
        bench.stack.next(() -> {
            throw new IllegalStateException("a bug");
        });
        assertThat(bench.scaler.runOnce()).isTrue();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.FAILED);
        assertThat(bench.lastUpdate().problem()).contains("java.lang.IllegalStateException: a bug");
        assertThat(bench.status.pool("web").orElseThrow().desiredSize()).hasValue(3);
    }
}
