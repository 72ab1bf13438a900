package io.pulumiscale.scaler;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Decided;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Pause;
import io.pulumiscale.model.Paused;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.RulesBuilder;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.Source;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import io.pulumiscale.update.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusTest {
    private final Bench bench = new Bench();

    @BeforeEach
    void look() {
        bench.scaler.observe();
    }

    @Test
    void onceTheStackWasSeenTheScalerIsReadyAndKnowsItsTopic() {
        assertThat(bench.status.readiness()).isEqualTo(new Readiness.Ready());
        assertThat(bench.observed.topicArn()).contains(FakeStack.TOPIC);
    }

    @Test
    void poolsComeInTheOrderOfTheConfigurationWithTheirSizes() {
        assertThat(bench.status.pools()).extracting(pool -> pool.pool().name()).containsExactly("web", "api");
        assertThat(bench.status.pools())
                .extracting(pool -> pool.currentSize().orElse(-1))
                .containsExactly(3, 4);
    }

    @Test
    void withoutAnUpdateTheDesiredSizeIsTheCurrentOne() {
        PoolStatus web = bench.status.pool("web").orElseThrow();
        assertThat(web.desiredSize()).isEqualTo(web.currentSize());
        assertThat(web.lastDecision()).isEmpty();
    }

    @Test
    void theLastDecisionIsShown() {
        bench.append(alert("HighCPU", "web", new Delta(2)));
        bench.scaler.runOnce();
        PoolStatus web = bench.status.pool("web").orElseThrow();
        assertThat(web.currentSize()).hasValue(5);
        assertThat(web.lastDecision().map(Decided::decision)).containsInstanceOf(Resize.class);
        assertThat(bench.status.updates(1)).containsExactly(bench.lastUpdate());
    }

    @Test
    void aPoolThatTheStackDoesNotHaveYetHasNoSize() {
        bench.pools = PoolCatalog.of(List.of(Samples.pool("fresh", 1, 2)));
        assertThat(bench.status.pool("fresh").orElseThrow().currentSize()).isEmpty();
        assertThat(bench.status.pool("web")).isEmpty();
    }

    @Test
    void whatHoldsAPoolAndWhatWantsToResizeItIsShown() {
        bench.pools = PoolCatalog.of(
                List.of(new RulesBuilder().cooldownOut("PT1M").alertTtl("PT1H").pool(1, 20)));
        bench.append(alert("HighCPU", "web", new Delta(2)));
        Outlook before = outlook();
        assertThat(before.waiting()).isEqualTo(1);
        assertThat(before.firing()).extracting(it -> it.alert().key()).containsExactly("HighCPU");
        assertThat(before.restraints().cooldownOut()).isEmpty();

        bench.scaler.runOnce();
        Outlook after = outlook();
        assertThat(after.waiting()).isZero();
        assertThat(after.firing()).extracting(Outlook.Firing::counts).containsExactly(true);
        assertThat(after.restraints().cooldownOut()).contains(NOW.plusSeconds(60));

        bench.clock.step(Duration.ofHours(1));
        assertThat(outlook().firing()).extracting(Outlook.Firing::counts).containsExactly(false);
        bench.end(new AlertEnd("HighCPU", "web", Source.ALERTMANAGER, bench.clock.instant()));
        assertThat(outlook().firing()).isEmpty();
    }

    @Test
    void aPersonsPauseIsShownAndHoldsAlerts() {
        bench.journal.pause(List.of(new Pause("web", Direction.OUT, "a move", "ana", NOW)));
        assertThat(outlook().restraints().paused()).isEqualTo(Paused.OUT);
        assertThat(outlook().pauses()).extracting(Pause::by).containsExactly("ana");
        bench.append(alert("HighCPU", "web", new Delta(2)));
        bench.scaler.runOnce();
        assertThat(bench.stack.runs()).isEmpty();
        assertThat(bench.lastReason("web")).contains("paused: out, by ana: a move");
    }

    @Test
    void theUpdateThatIsUnderWayIsShownWithWhatItWaitsFor() {
        assertThat(bench.status.underWay()).isEmpty();
        bench.append(alert("HighCPU", "web", new Delta(2)));
        bench.stack.next(() -> {
            assertThat(bench.status.underWay().map(Update::status)).contains(UpdateStatus.RUNNING);
            return new Outcome.LockConflict("waiting for the lock of ana");
        });
        bench.stack.next(() -> {
            assertThat(bench.status.underWay().flatMap(Update::problem)).contains("waiting for the lock of ana");
            return new Outcome.Failed("enough seen");
        });
        bench.scaler.runOnce();
        assertThat(bench.stack.runs()).hasSize(2);
        assertThat(bench.status.underWay()).isEmpty();
        assertThat(bench.lastUpdate().problem()).contains("enough seen");
    }

    @Test
    void aPoolWhoseUpdateWasGivenUpIsStalled() {
        bench.append(alert("HighCPU", "web", new Delta(2)));
        for (int i = 0; i < Bench.TRIES; i++) {
            bench.stack.next(() -> new Outcome.LockConflict("waiting for the lock of ana"));
        }
        bench.scaler.runOnce();
        assertThat(bench.status.pools()).extracting(PoolStatus::stalled).containsExactly(true, false);
    }

    @Test
    void theSizeOverTimeBeginsWithTheTimeThatIsAskedAndEndsNow() {
        Instant since = NOW.minusSeconds(3600);
        assertThat(bench.status.sizes("web", since))
                .as("never resized")
                .containsExactly(new SizePoint(since, 3), new SizePoint(NOW, 3));
        bench.append(alert("HighCPU", "web", new Delta(2)));
        bench.scaler.runOnce();
        bench.clock.step(Duration.ofMinutes(5));
        assertThat(bench.status.sizes("web", since))
                .containsExactly(
                        new SizePoint(since, 3), new SizePoint(NOW, 5), new SizePoint(NOW.plusSeconds(300), 5));
        Instant after = NOW.plusSeconds(60);
        assertThat(bench.status.sizes("web", after))
                .as("resized before")
                .containsExactly(new SizePoint(after, 5), new SizePoint(NOW.plusSeconds(300), 5));
        assertThat(bench.status.sizes("nowhere", since)).isEmpty();
    }

    private Outlook outlook() {
        return bench.status.pool("web").orElseThrow().outlook();
    }
}
