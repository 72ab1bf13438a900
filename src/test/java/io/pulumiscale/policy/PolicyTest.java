package io.pulumiscale.policy;

import static io.pulumiscale.model.Samples.alert;
import static io.pulumiscale.model.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Change.SetTo;
import io.pulumiscale.model.Decision;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.ScalingIntent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decisions word by word: the reasons are read by people. */
class PolicyTest {
    private static final Pool WEB = Samples.pool("web", 2, 5);

    @Test
    void anAlertResizesAndIsTheReason() {
        assertThat(decide(3, alert("HighCPU", "web", new Delta(2))))
                .isEqualTo(new Resize("web", 3, 5, "HighCPU, +2", List.of(new IntentId("HighCPU"))));
    }

    @Test
    void whatIsCappedByMaxSaysFromWhat() {
        assertThat(decide(3, alert("HighCPU", "web", new Delta(6))).reason())
                .isEqualTo("HighCPU, +6; capped 9→5 by max");
    }

    @Test
    void whatIsCappedByMinSaysFromWhat() {
        assertThat(decide(3, alert("LowCPU", "web", new Delta(-3))).reason())
                .isEqualTo("LowCPU, -3; capped 0→2 by min");
    }

    @Test
    void atTheBoundThePoolIsHeldAndTheCapIsTheReason() {
        assertThat(decide(5, alert("HighCPU", "web", new Delta(2))))
                .isEqualTo(new Hold("web", 5, "HighCPU, +2; capped 7→5 by max", List.of(new IntentId("HighCPU"))));
    }

    @Test
    void aPoolThatHasTheWantedSizeIsHeldAndThatIsTheReason() {
        assertThat(decide(4, person("ada", "web", new SetTo(4))))
                .isEqualTo(new Hold("web", 4, "ada, =4; already 4", List.of(new IntentId("ada"))));
    }

    @Test
    void alertsDoNotAddUpAndOnlyTheLargestIsTheReason() {
        Decision decision = decide(
                2, alert("a", "web", new Delta(1)), alert("b", "web", new Delta(3)), alert("c", "web", new Delta(-1)));
        assertThat(decision).isInstanceOfSatisfying(Resize.class, resize -> {
            assertThat(resize.to()).isEqualTo(5);
            assertThat(resize.reason()).isEqualTo("b, +3");
        });
    }

    @Test
    void peopleAddToWhatAlertsRecommendAndAreAllNamed() {
        Decision decision = decide(
                2,
                person("ada", "web", new Delta(1)),
                alert("HighCPU", "web", new Delta(1)),
                person("bob", "web", new Delta(1)));
        assertThat(decision).isInstanceOfSatisfying(Resize.class, resize -> {
            assertThat(resize.to()).isEqualTo(5);
            assertThat(resize.reason()).isEqualTo("HighCPU, +1; ada, +1; bob, +1");
        });
    }

    @Test
    void ofTwoPeopleWhoSetASizeTheLaterWins() {
        assertThat(decide(2, person("ada", "web", new SetTo(5)), person("bob", "web", new SetTo(3))))
                .isInstanceOfSatisfying(
                        Resize.class, resize -> assertThat(resize.to()).isEqualTo(3));
    }

    @Test
    void aDeltaAfterASetStartsFromIt() {
        assertThat(decide(2, person("ada", "web", new SetTo(3)), person("bob", "web", new Delta(1))))
                .isInstanceOfSatisfying(
                        Resize.class, resize -> assertThat(resize.to()).isEqualTo(4));
    }

    @Test
    void aPoolThatStandsOutsideItsBoundsIsBroughtBack() {
        assertThat(decide(9, alert("HighCPU", "web", new Delta(1))))
                .isEqualTo(
                        new Resize("web", 9, 5, "HighCPU, +1; capped 10→5 by max", List.of(new IntentId("HighCPU"))));
    }

    private static Decision decide(int size, ScalingIntent... intents) {
        return Situations.of(WEB, size).waiting(intents).decision();
    }
}
