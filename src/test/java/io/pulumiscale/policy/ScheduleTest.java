package io.pulumiscale.policy;

import static io.pulumiscale.model.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Paused;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.RulesBuilder;
import io.pulumiscale.model.ScheduledBounds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds that depend on the time. 2026-11-20 is a Friday. */
class ScheduleTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ScheduledBounds WORKDAYS = bounds("0 8 * * MON-FRI", "0 20 * * MON-FRI", 10, null);

    private final RulesBuilder rules = new RulesBuilder().schedule(WORKDAYS);

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T07:59:59, false",
        "2026-11-20T08:00:00, true",
        "2026-11-20T19:59:59, true",
        "2026-11-20T20:00:00, false",
        "2026-11-21T12:00:00, false",
        "2026-11-23T08:00:00, true",
        "2026-07-20T08:00:00, true",
    })
    void theWindowIsMeantOnTheWallClockOfItsZone(LocalDateTime local, boolean within) {
        assertThat(Window.of(WORKDAYS).contains(paris(local))).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T01:59:59, false",
        "2026-03-29T03:00:00, true", // 02:30 does not exist on this day
        "2026-03-29T05:59:59, true",
        "2026-03-29T06:00:00, false",
        "2026-10-25T02:29:59, false",
        "2026-10-25T02:30:00, true", // exists twice
        "2026-10-25T06:00:00, false",
    })
    void aChangeOfTheClocksLosesNoWindow(LocalDateTime local, boolean within) {
        Window window = Window.of(bounds("30 2 * * *", "0 6 * * *", 10, null));
        assertThat(window.contains(paris(local))).isEqualTo(within);
    }

    @Test
    void aWindowMayLastOverMidnight() {
        Window night = Window.of(bounds("0 22 * * *", "0 6 * * *", null, 5));
        assertThat(night.contains(paris(LocalDateTime.parse("2026-11-20T23:00:00"))))
                .isTrue();
        assertThat(night.contains(paris(LocalDateTime.parse("2026-11-20T05:59:59"))))
                .isTrue();
        assertThat(night.contains(paris(LocalDateTime.parse("2026-11-20T12:00:00"))))
                .isFalse();
    }

    @Test
    void whenItBeginsThePoolIsBroughtWithinWithoutAnyIntentAndInSpiteOfTheCooldown() {
        rules.cooldownOut("PT1H");
        assertThat(atNoon(3).resized(Duration.ofSeconds(1)).decision())
                .isEqualTo(new Resize("web", 3, 10, "capped 3→10 by scheduled min", List.of()));
    }

    @Test
    void aPausedPoolStaysWhereItIs() {
        rules.paused(Paused.OUT);
        assertThat(atNoon(3).verdict()).isEqualTo(new Verdict.Nothing("capped 3→10 by scheduled min; paused: out"));
    }

    @Test
    void afterAFailureItIsNotTriedAgainAtOnce() {
        assertThat(atNoon(3).failed(Duration.ofSeconds(1)).verdict()).isInstanceOf(Verdict.Nothing.class);
    }

    @Test
    void alertsScaleInToTheScheduledMinimumOnly() {
        assertThat(atNoon(11).waiting(alert("LowCPU", "web", new Delta(-5))).decision())
                .isInstanceOfSatisfying(Resize.class, it -> assertThat(it.to()).isEqualTo(10));
    }

    @Test
    void ofSeveralTheNarrowestCountsAndWhereTheyCrossTheMinimum() {
        rules.schedule(
                WORKDAYS, bounds("0 9 * * *", "0 18 * * *", 12, null), bounds("0 9 * * *", "0 18 * * *", null, 8));
        assertThat(atNoon(10).decision())
                .isInstanceOfSatisfying(Resize.class, it -> assertThat(it.to()).isEqualTo(12));
    }

    private Situations atNoon(int size) {
        return Situations.of(rules.pool(1, 20), size).at(paris(LocalDateTime.parse("2026-11-20T12:00:00")));
    }

    private static Instant paris(LocalDateTime local) {
        return local.atZone(PARIS).toInstant();
    }

    private static ScheduledBounds bounds(String from, String until, @Nullable Integer min, @Nullable Integer max) {
        return new ScheduledBounds(from, until, PARIS, optional(min), optional(max));
    }

    private static OptionalInt optional(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
