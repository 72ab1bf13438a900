package io.pulumiscale.scaler;

import static io.pulumiscale.model.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.RulesBuilder;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.update.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A resize that waits for a person's word, from the question to the end. */
class ApprovalTest {
    private final Bench bench = new Bench();

    @BeforeEach
    void ask() {
        bench.pools =
                PoolCatalog.of(List.of(new RulesBuilder().approval(3, "PT1H").pool(1, 20)));
        bench.scaler.observe();
        bench.append(person("ada", "web", new Delta(5)));
        bench.scaler.runOnce();
    }

    @Test
    void untilTheWordNothingIsDoneAndTheIntentWaits() {
        assertThat(bench.scaler.runOnce()).isFalse();
        assertThat(bench.stack.runs()).isEmpty();
        assertThat(bench.journal.waiting()).hasSize(1);
        assertThat(bench.status.approvals()).extracting(Approval::to).containsExactly(8);
    }

    @Test
    void withTheWordItIsDoneOnce() {
        approve();
        bench.scaler.runOnce();
        assertThat(bench.stack.sizes()).containsEntry("web", 8);
        assertThat(bench.journal.waiting()).isEmpty();
        assertThat(status()).isEqualTo(ApprovalStatus.USED);
    }

    @Test
    void aWordForWhatWasWithdrawnStillCounts() {
        approve();
        bench.stack.next(() -> new Outcome.Interrupted("told to end"));
        bench.scaler.runOnce();
        bench.scaler.runOnce();
        assertThat(bench.stack.sizes()).containsEntry("web", 8);
    }

    @Test
    void withoutTheWordItIsHeldAndSaysSo() {
        bench.clock.step(Duration.ofHours(1));
        assertThat(bench.scaler.runOnce()).isTrue();
        assertThat(bench.journal.waiting()).isEmpty();
        assertThat(bench.stack.runs()).isEmpty();
        assertThat(status()).isEqualTo(ApprovalStatus.EXPIRED);
        assertThat(bench.status.approvals()).isEmpty();
        assertThat(bench.lastReason("web")).contains("expired");
    }

    @Test
    void whenMoreIsWantedMeanwhileAnotherQuestionIsAsked() {
        bench.append(person("bob", "web", new Delta(1)));
        bench.scaler.runOnce();
        assertThat(bench.status.approvals()).extracting(Approval::to).containsExactly(9);
    }

    @Test
    void whenLessIsWantedMeanwhileTheQuestionIsOutdatedAndItIsDone() {
        bench.append(person("bob", "web", new Delta(-3)));
        bench.scaler.runOnce();
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
        assertThat(status()).isEqualTo(ApprovalStatus.OUTDATED);
    }

    @Test
    void aNoAnswersWhatWaitsAndNothingIsDone() {
        decline();
        assertThat(bench.scaler.runOnce()).isTrue();
        assertThat(bench.scaler.runOnce()).isFalse();
        assertThat(bench.journal.waiting()).isEmpty();
        assertThat(bench.stack.runs()).isEmpty();
        assertThat(bench.status.approvals()).isEmpty();
        assertThat(bench.lastReason("web")).endsWith("3→8 declined by ana: not tonight");
        assertThat(status()).isEqualTo(ApprovalStatus.DECLINED);
        assertThat(bench.status.pool("web").orElseThrow().outlook().restraints().veto())
                .isPresent();
    }

    @Test
    void whatIsAskedAfterANoIsAskedAnew() {
        decline();
        bench.scaler.runOnce();
        bench.clock.step(Duration.ofSeconds(1));
        bench.append(heardNow(person("bob", "web", new Delta(6))));
        bench.scaler.runOnce();
        assertThat(bench.status.approvals()).extracting(Approval::to).containsExactly(9);
        assertThat(bench.journal.approvals())
                .extracting(Approval::status)
                .containsExactly(ApprovalStatus.WAITING, ApprovalStatus.DECLINED);
    }

    private ScalingIntent heardNow(ScalingIntent it) {
        return new ScalingIntent(
                it.id(),
                it.pool(),
                it.change(),
                it.source(),
                it.reason(),
                it.firing(),
                it.deduplicationKey(),
                bench.clock.instant());
    }

    private void decline() {
        bench.journal.decline(
                bench.journal.approvals().get(0).id(), new Declined("ana", "not tonight", bench.clock.instant()));
    }

    private void approve() {
        assertThat(bench.journal.approve(bench.journal.approvals().get(0).id(), bench.clock.instant()))
                .isPresent();
    }

    private ApprovalStatus status() {
        return bench.journal.approvals().get(0).status();
    }
}
