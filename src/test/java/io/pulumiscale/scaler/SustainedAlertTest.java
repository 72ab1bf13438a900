package io.pulumiscale.scaler;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.RulesBuilder;
import io.pulumiscale.model.Source;
import io.pulumiscale.model.UpdateStatus;
import io.pulumiscale.update.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alert that goes on, step by step of the clock. */
class SustainedAlertTest {
    private final Bench bench = new Bench();

    @BeforeEach
    void look() {
        bench.pools = PoolCatalog.of(
                List.of(new RulesBuilder().cooldownOut("PT1M").alertTtl("PT1H").pool(1, 8)));
        bench.scaler.observe();
        bench.append(alert("HighCPU", "web", new Delta(2)));
        bench.scaler.runOnce();
    }

    @Test
    void itIsDecidedAgainOnceTheCooldownIsOverUntilItReachesTheBound() {
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
        bench.clock.step(Duration.ofSeconds(59));
        assertThat(bench.scaler.runOnce()).as("in the cooldown").isFalse();

        bench.clock.step(Duration.ofSeconds(1));
        assertThat(bench.scaler.runOnce()).isTrue();
        assertThat(bench.stack.sizes()).containsEntry("web", 7);

        bench.clock.step(Duration.ofMinutes(1));
        bench.scaler.runOnce();
        bench.clock.step(Duration.ofMinutes(1));
        assertThat(bench.scaler.runOnce()).as("at the bound").isFalse();
        assertThat(bench.stack.sizes()).containsEntry("web", 8);
    }

    @Test
    void itIsNotDecidedAgainOnceItIsOver() {
        bench.end(new AlertEnd("HighCPU", "web", Source.ALERTMANAGER, NOW.plusSeconds(10)));
        bench.clock.step(Duration.ofMinutes(1));
        assertThat(bench.scaler.runOnce()).isFalse();
        assertThat(bench.stack.sizes()).containsEntry("web", 5);
    }

    @Test
    void itIsNotDecidedAgainPastItsTimeToLive() {
        bench.clock.step(Duration.ofHours(1));
        assertThat(bench.scaler.runOnce()).isFalse();
    }

    @Test
    void theJournalSaysWhyThoughNoIntentIsAnswered() {
        bench.clock.step(Duration.ofMinutes(1));
        bench.scaler.runOnce();
        assertThat(bench.lastUpdate().message()).isEqualTo("web 5→7: HighCPU, +2");
        assertThat(bench.lastUpdate().resizes().get(0).intents()).isEmpty();
    }

    @Test
    void afterAFailureItIsTriedAgainWhenTheBackoffIsOver() {
        bench.clock.step(Duration.ofMinutes(1));
        bench.stack.next(() -> new Outcome.Failed("no capacity"));
        bench.scaler.runOnce();
        assertThat(bench.lastUpdate().status()).isEqualTo(UpdateStatus.FAILED);
        assertThat(bench.scaler.runOnce()).as("no hot loop").isFalse();
        bench.clock.step(Duration.ofMinutes(1));
        bench.scaler.runOnce();
        assertThat(bench.stack.sizes()).containsEntry("web", 7);
    }

    @Test
    void whatIsHeldIsWrittenDownOnceNotAtEveryLook() {
        bench.append(alert("Queue", "web", new Delta(1)));
        assertThat(bench.scaler.runOnce()).isTrue();
        assertThat(bench.scaler.runOnce()).isFalse();
        assertThat(bench.lastReason("web")).isEqualTo("HighCPU, +2; cooldown until 2026-11-20T09:33:00Z");
    }
}
