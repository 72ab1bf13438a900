package io.pulumiscale.policy;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static io.pulumiscale.model.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Decision;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Paused;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Restraints;
import io.pulumiscale.model.RulesBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of brakes is what they do, and a person's pause brakes as a configured one does. */
class RestraintsTest {
    private final RulesBuilder rules = new RulesBuilder();

    @Test
    void aCooldownIsToldUntilItIsOver() {
        rules.cooldownOut("PT1M").cooldownIn("PT5M");
        Restraints restraints = here().resized(Duration.ofSeconds(90)).restraints();
        assertThat(restraints.cooldownOut()).isEmpty();
        assertThat(restraints.cooldownIn()).contains(NOW.plusSeconds(210));
        assertThat(here().restraints().cooldownIn()).as("never resized").isEmpty();
    }

    @Test
    void aBackoffIsAtLeastHalfAMinute() {
        rules.cooldownIn("PT5M");
        Restraints restraints = here().failed(Duration.ofSeconds(10)).restraints();
        assertThat(restraints.backoffOut()).contains(NOW.plusSeconds(20));
        assertThat(restraints.backoffIn()).contains(NOW.plusSeconds(290));
    }

    @Test
    void boundsAreThePoolsOwn() {
        assertThat(here().restraints())
                .extracting(Restraints::min, Restraints::max)
                .containsExactly(1, 20);
    }

    @ParameterizedTest
    @CsvSource({"NONE, OUT, OUT", "IN, OUT, ALL", "OUT, OUT, OUT", "ALL, IN, ALL", "NONE, IN, IN"})
    void theStricterOfConfigurationAndWordCounts(Paused configured, Direction word, Paused counts) {
        rules.paused(configured);
        assertThat(here().paused(word).restraints().paused()).isEqualTo(counts);
        assertThat(here().restraints().paused()).isEqualTo(configured);
    }

    @Test
    void aPersonsPauseHoldsAlertsAndSaysWho() {
        Decision decision = here().paused(Direction.OUT)
                .waiting(alert("High", "web", new Delta(2)))
                .decision();
        assertThat(decision).isInstanceOf(Hold.class);
        assertThat(decision.reason()).isEqualTo("High, +2; paused: out, by ana: a move");
    }

    @Test
    void aPersonsPauseHoldsItsDirectionAndNoPerson() {
        assertThat(here().paused(Direction.OUT)
                        .waiting(alert("Low", "web", new Delta(-1)))
                        .decision())
                .isInstanceOf(Resize.class);
        assertThat(here().paused(Direction.OUT)
                        .waiting(person("ada", "web", new Delta(1)))
                        .decision())
                .isInstanceOf(Resize.class);
    }

    private Situations here() {
        return Situations.of(rules.pool(1, 20), 3);
    }
}
