package io.pulumiscale.scaler;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static io.pulumiscale.model.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.RulesBuilder;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What would be decided. */
class RehearsalTest {
    private final Bench bench = new Bench();

    @BeforeEach
    void look() {
        bench.pools = PoolCatalog.of(
                List.of(new RulesBuilder().alertTtl("PT1H").approval(5, "PT1H").pool(1, 20)));
        bench.scaler.observe();
    }

    @Test
    void aResizeIsForetoldAndNothingIsWritten() {
        assertThat(rehearse(person("ada", "web", new Delta(2))))
                .containsExactly(new DryRun.Decides(new Resize(
                        "web",
                        3,
                        5,
                        "ada, +2",
                        List.of(person("ada", "web", new Delta(2)).id()))));
        assertThat(bench.journal.waiting()).isEmpty();
        assertThat(bench.scaler.runOnce()).isFalse();
    }

    @Test
    void whatWaitsAlreadyIsTakenIntoAccount() {
        bench.append(person("ada", "web", new Delta(1)));
        assertThat(rehearse(person("bob", "web", new Delta(1))))
                .satisfiesExactly(run -> assertThat(((DryRun.Decides) run).decision())
                        .isInstanceOfSatisfying(
                                Resize.class, it -> assertThat(it.to()).isEqualTo(5)));
    }

    @Test
    void whatNeedsAWordSaysSo() {
        assertThat(rehearse(person("ada", "web", new Delta(9)))).hasOnlyElementsOfType(DryRun.AsksFirst.class);
        assertThat(bench.journal.approvals()).isEmpty();
    }

    @Test
    void anEndLeavesThePoolAlone() {
        AlertEnd end = new AlertEnd("HighCPU", "web", Source.ALERTMANAGER, NOW);
        assertThat(bench.scaler.rehearse(List.of(), List.of(end)))
                .containsExactly(new DryRun.Leaves("web", "nothing asks for another size"));
    }

    @Test
    void theEndOfAnAlertThatWaitsIsTakenIntoAccount() {
        bench.append(alert("HighCPU", "web", new Delta(2)));
        AlertEnd end = new AlertEnd("HighCPU", "web", Source.ALERTMANAGER, NOW.plusSeconds(1));
        assertThat(bench.scaler.rehearse(List.of(), List.of(end)))
                .satisfiesExactly(run ->
                        assertThat(((DryRun.Decides) run).decision().reason()).isEqualTo("HighCPU, +2, which is over"));
    }

    @Test
    void whatWasReceivedBeforeIsToldAndDecidesNothing() {
        bench.append(person("ada", "web", new Delta(2)));
        assertThat(rehearse(person("ada", "web", new Delta(2))))
                .containsExactly(new DryRun.Repeats("web", new IntentId("ada")));
        bench.scaler.runOnce();
        assertThat(rehearse(person("ada", "web", new Delta(2))))
                .as("answered, and known all the same")
                .containsExactly(new DryRun.Repeats("web", new IntentId("ada")));
    }

    @Test
    void theNewOfADeliveryIsDecidedAndTheOldIsNotAddedToIt() {
        bench.append(person("ada", "web", new Delta(2)));
        bench.scaler.runOnce();
        ScalingIntent again = person("ada", "web", new Delta(2));
        ScalingIntent fresh = person("bob", "web", new Delta(1));
        assertThat(bench.scaler.rehearse(List.of(again, fresh, fresh), List.of()))
                .containsExactly(
                        new DryRun.Repeats("web", new IntentId("ada")),
                        new DryRun.Repeats("web", new IntentId("bob")),
                        new DryRun.Decides(new Resize("web", 5, 6, "bob, +1", List.of(fresh.id()))));
    }

    @Test
    void aPoolThatMustBeDeployedFirstSaysSo() {
        bench.stack.stale("web");
        bench.scaler.observe();
        assertThat(rehearse(person("ada", "web", new Delta(2))))
                .containsExactly(new DryRun.Leaves(
                        "web", "the stack was deployed with another configuration of it; run `pulumi up`"));
    }

    private List<DryRun> rehearse(ScalingIntent intent) {
        return bench.scaler.rehearse(List.of(intent), List.of());
    }
}
