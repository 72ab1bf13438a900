package io.pulumiscale.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Change;
import io.pulumiscale.model.Threshold;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlarmTest {
    private static final Instant BEGIN = Instant.parse("2026-11-25T12:00:00Z");
    private final Alarm alarm = new Alarm(
            new Threshold("high", "cpu", true, false, 70, Duration.ofMinutes(1), 3, 2, new Change.Delta(1)), BEGIN);

    private void measured(int seconds, double value) {
        alarm.measured(BEGIN.plusSeconds(seconds), value);
    }

    private boolean onAt(int seconds) {
        return alarm.on(BEGIN.plusSeconds(seconds));
    }

    @Test
    void itIsOnWhenTwoOfThreePeriodsHaveCrossedAndOffAgain() {
        measured(0, 80);
        measured(60, 10);
        measured(120, 80);
        assertThat(onAt(179)).as("the third period is not over").isFalse();
        assertThat(onAt(180)).isTrue();
        measured(180, 10);
        measured(240, 10);
        assertThat(onAt(240)).isFalse();
    }

    @Test
    void theMeanOfAPeriodCountsAndTheLimitItselfDoesNotCross() {
        measured(0, 100);
        measured(30, 40);
        measured(60, 71);
        measured(120, 69);
        assertThat(onAt(180)).as("70, 71, 69").isFalse();
    }

    @Test
    void aPeriodWithoutAValueChangesNothing() {
        measured(0, 80);
        measured(60, 80);
        assertThat(onAt(120)).isTrue();
        assertThat(onAt(3_600)).isTrue();
    }
}
