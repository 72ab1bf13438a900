package io.pulumiscale.policy;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static io.pulumiscale.model.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Change.SetTo;
import io.pulumiscale.model.Decision;
import io.pulumiscale.model.Paused;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.RulesBuilder;
import io.pulumiscale.model.ScalingIntent;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps alerts from a size, and people not. */
class BrakesTest {
    private static final ScalingIntent HIGH = alert("HighCPU", "web", new Delta(2));
    private static final ScalingIntent LOW = alert("LowCPU", "web", new Delta(-1));

    private final RulesBuilder rules = new RulesBuilder();

    @ParameterizedTest
    @CsvSource({"59, false", "60, true"})
    void anAlertScalesOutOnceTheCooldownIsOver(int ago, boolean resizes) {
        rules.cooldownOut("PT1M");
        Decision decision =
                here().waiting(HIGH).resized(Duration.ofSeconds(ago)).decision();
        assertThat(decision instanceof Resize).isEqualTo(resizes);
    }

    @Test
    void theReasonSaysHowLongTheCooldownLasts() {
        rules.cooldownOut("PT1M");
        assertThat(here().waiting(HIGH)
                        .resized(Duration.ofSeconds(10))
                        .decision()
                        .reason())
                .isEqualTo("HighCPU, +2; cooldown until 2026-11-20T09:32:50Z");
    }

    @Test
    void eachDirectionHasItsOwnCooldown() {
        rules.cooldownIn("PT5M");
        assertThat(here().waiting(HIGH).resized(Duration.ofSeconds(1)).decision())
                .isInstanceOf(Resize.class);
        assertThat(here().waiting(LOW).resized(Duration.ofSeconds(1)).decision().reason())
                .startsWith("LowCPU, -1; cooldown until");
    }

    @Test
    void aCooldownIsNoReasonWhereNothingWouldChangeAnyway() {
        rules.cooldownOut("PT1M");
        assertThat(Situations.of(rules.pool(1, 4), 4)
                        .waiting(HIGH)
                        .resized(Duration.ofSeconds(1))
                        .decision()
                        .reason())
                .isEqualTo("HighCPU, +2; capped 6→4 by max");
    }

    @Test
    void aPersonPassesCooldownPauseStepAndBackoff() {
        rules.cooldownOut("PT1M").paused(Paused.ALL).step(1);
        Decision decision = here().waiting(person("ada", "web", new SetTo(9)))
                .resized(Duration.ofSeconds(1))
                .failed(Duration.ofSeconds(1))
                .decision();
        assertThat(decision)
                .isInstanceOfSatisfying(Resize.class, it -> assertThat(it.to()).isEqualTo(9));
    }

    @Test
    void aPersonsDeltaIsNotAddedToAnAlertThatIsHeld() {
        rules.cooldownOut("PT1M");
        Decision decision = here().waiting(HIGH, person("ada", "web", new Delta(1)))
                .resized(Duration.ofSeconds(1))
                .decision();
        assertThat(decision)
                .isInstanceOfSatisfying(Resize.class, it -> assertThat(it.to()).isEqualTo(5));
    }

    @ParameterizedTest
    @CsvSource({"OUT, false, true", "IN, true, false", "ALL, false, false", "NONE, true, true"})
    void aPauseStopsItsDirection(Paused paused, boolean out, boolean in) {
        rules.paused(paused);
        assertThat(here().waiting(HIGH).decision() instanceof Resize).isEqualTo(out);
        assertThat(here().waiting(LOW).decision() instanceof Resize).isEqualTo(in);
    }

    @Test
    void aPauseOfScalingOutDoesNotLetAnAlertScaleInAgainstOneThatScalesOut() {
        rules.paused(Paused.OUT);
        assertThat(here().waiting(HIGH, LOW).decision().reason()).isEqualTo("HighCPU, +2; paused: out");
    }

    @ParameterizedTest
    @CsvSource({"29, false", "30, true"})
    void afterAFailureAlertsWaitEvenWithoutACooldown(int ago, boolean resizes) {
        Decision decision = here().waiting(HIGH).failed(Duration.ofSeconds(ago)).decision();
        assertThat(decision instanceof Resize).isEqualTo(resizes);
    }

    @Test
    void theBackoffIsAsLongAsTheCooldownIfThatIsLonger() {
        rules.cooldownOut("PT2M");
        assertThat(here().waiting(HIGH)
                        .failed(Duration.ofSeconds(40))
                        .decision()
                        .reason())
                .isEqualTo("HighCPU, +2; the last update failed, backoff until 2026-11-20T09:33:20Z");
    }

    @ParameterizedTest
    @CsvSource({"3, , 9, 4, 7", ", 50, 9, 4, 6", "3, 50, 9, 4, 6", ", 10, 9, 4, 5", "2, , -4, 4, 2", "9, , 2, 4, 6"})
    void oneResizeGoesNoFurtherThanTheSmallerStep(Integer size, Integer percent, int by, int from, int to) {
        if (size != null) {
            rules.step(size);
        }
        if (percent != null) {
            rules.stepPercent(percent);
        }
        Decision decision = Situations.of(rules.pool(0, 20), from)
                .waiting(alert("a", "web", new Delta(by)))
                .decision();
        assertThat(decision)
                .isInstanceOfSatisfying(Resize.class, it -> assertThat(it.to()).isEqualTo(to));
    }

    @Test
    void theReasonSaysWhatTheStepHasLimited() {
        rules.step(1);
        assertThat(here().waiting(HIGH).decision().reason()).isEqualTo("HighCPU, +2; limited 6→5 by the step");
    }

    @ParameterizedTest
    @CsvSource({"299, false", "300, true"})
    void scaleInWaitsUntilNoAlertOfTheWindowWantedMore(int endedAgo, boolean resizes) {
        rules.stabilization("PT5M").alertTtl("PT1H");
        Decision decision =
                here().waiting(LOW).ended(HIGH, Duration.ofSeconds(endedAgo)).decision();
        assertThat(decision instanceof Resize).isEqualTo(resizes);
    }

    @Test
    void ofTheWindowsRecommendationsTheLargestWins() {
        rules.stabilization("PT5M").alertTtl("PT1H");
        Decision decision = here().waiting(alert("Idle", "web", new Delta(-3)))
                .ended(LOW, Duration.ofSeconds(10))
                .decision();
        assertThat(decision).isInstanceOfSatisfying(Resize.class, it -> {
            assertThat(it.to()).isEqualTo(3);
            assertThat(it.reason()).isEqualTo("Idle, -3; stabilization of PT5M: LowCPU, -1");
        });
    }

    @Test
    void theWindowDoesNotScaleInFurtherThanAnAlertThatFiresWants() {
        rules.stabilization("PT5M").alertTtl("PT1H");
        Decision decision = here().waiting(LOW)
                .ended(alert("Idle", "web", new Delta(-3)), Duration.ofSeconds(10))
                .decision();
        assertThat(decision)
                .isInstanceOfSatisfying(Resize.class, it -> assertThat(it.to()).isEqualTo(3));
    }

    /** Heard of at the sample's time, so {@code ttl} ago where it ended a minute ago. */
    @ParameterizedTest
    @CsvSource({"PT9M1S, false", "PT9M, true"})
    void anAlertThatHadExpiredBeforeItEndedHasNoPartInTheWindow(Duration ttl, boolean resizes) {
        rules.stabilization("PT5M").alertTtl(ttl.toString());
        Decision decision = here().at(NOW.plus(Duration.ofMinutes(10)))
                .waiting(LOW)
                .ended(HIGH, Duration.ofMinutes(1))
                .decision();
        assertThat(decision instanceof Resize).isEqualTo(resizes);
    }

    @Test
    void theWindowDoesNotDelayScalingOut() {
        rules.stabilization("PT5M").alertTtl("PT1H");
        assertThat(here().waiting(HIGH).ended(LOW, Duration.ZERO).decision()).isInstanceOf(Resize.class);
    }

    private Situations here() {
        return Situations.of(rules.pool(1, 20), 4);
    }
}
