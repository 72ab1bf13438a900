package io.pulumiscale.policy;

import static io.pulumiscale.model.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.RulesBuilder;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alerts that go on, and alerts that have ended. */
class AlertsThatFireTest {
    private static final ScalingIntent HIGH = alert("HighCPU", "web", new Delta(2));
    private static final Pool WEB =
            new RulesBuilder().cooldownOut("PT1M").alertTtl("PT1H").pool(1, 5);

    @Test
    void anAlertThatStillFiresIsDecidedAgainWithoutAnIntent() {
        assertThat(Situations.of(WEB, 3).firing(HIGH).decision())
                .isEqualTo(new Resize("web", 3, 5, "HighCPU, +2", List.of()));
    }

    @Test
    void duringTheCooldownNothingIsDecidedOfIt() {
        assertThat(Situations.of(WEB, 3)
                        .firing(HIGH)
                        .resized(Duration.ofSeconds(30))
                        .verdict())
                .isEqualTo(new Verdict.Nothing("HighCPU, +2; cooldown until 2026-11-20T09:32:30Z"));
    }

    @Test
    void atTheBoundNothingIsDecidedOfIt() {
        assertThat(Situations.of(WEB, 5).firing(HIGH).verdict())
                .isEqualTo(new Verdict.Nothing("HighCPU, +2; capped 7→5 by max"));
    }

    @ParameterizedTest
    @CsvSource({"3599, true", "3600, false"})
    void pastItsTimeToLiveItCountsNoMore(int seconds, boolean counts) {
        Verdict verdict = Situations.of(WEB, 3)
                .at(Samples.NOW.plusSeconds(seconds))
                .firing(HIGH)
                .verdict();
        assertThat(verdict instanceof Verdict.Decided).isEqualTo(counts);
    }

    @Test
    void anAlertThatWaitsForItsFirstDecisionCountsWhateverItsAge() {
        assertThat(Situations.of(WEB, 3)
                        .at(Samples.NOW.plus(Duration.ofDays(1)))
                        .waiting(HIGH)
                        .decision())
                .isInstanceOf(Resize.class);
    }

    @Test
    void anAlertThatEndedBeforeItWasDecidedIsAnsweredAndChangesNothing() {
        assertThat(Situations.of(WEB, 3).waitingInVain(HIGH).decision())
                .isEqualTo(new Hold("web", 3, "HighCPU, +2, which is over", List.of(new IntentId("HighCPU"))));
    }

    @Test
    void whatHasEndedDoesNotScaleOut() {
        assertThat(Situations.of(WEB, 3).ended(HIGH, Duration.ZERO).verdict()).isInstanceOf(Verdict.Nothing.class);
    }

    @Test
    void nothingScalesInAgainstAnAlertThatGoesOnScalingOut() {
        ScalingIntent low = alert("LowCPU", "web", new Delta(-1));
        assertThat(Situations.of(WEB, 5).firing(HIGH).waiting(low).decision()).isInstanceOf(Hold.class);
    }

    /** So a version from before there were states has written it down. */
    @Test
    void anAlertsIntentOfWhichNoStateIsKnownIsDecidedOnce() {
        ScalingIntent old = new ScalingIntent(
                new IntentId("old"),
                "web",
                new Delta(2),
                Source.CLOUDWATCH,
                "HighCPU, +2",
                Optional.empty(),
                "old",
                Samples.NOW);
        assertThat(Situations.of(WEB, 3).waiting(old).decision())
                .isEqualTo(new Resize("web", 3, 5, "HighCPU, +2", List.of(old.id())));
    }

    @Test
    void whereNothingIsKnownNothingIsDecided() {
        assertThat(Situations.of(WEB, 3).verdict()).isEqualTo(new Verdict.Nothing(""));
    }
}
