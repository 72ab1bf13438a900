package io.pulumiscale.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T23:30:00Z");
    private final Moments moments = new Moments(new SteppedClock(NOW), ZoneId.of("Europe/Berlin"));

    @Test
    void aTimeIsOnTheClockOfWhereItIsReadAndHasItsDayIfThatIsNotToday() {
        assertThat(moments.at(NOW)).isEqualTo("00:30:00");
        assertThat(moments.at(NOW.minus(Duration.ofHours(1)))).isEqualTo("2026-11-20 23:30:00");
    }

    @Test
    void whatWasIsAgoAndWhatComesIsToCome() {
        assertThat(moments.ago(NOW.minusSeconds(200))).isEqualTo("3 min 20 s ago");
        assertThat(moments.ago(NOW.plusSeconds(60))).isEqualTo("in 1 min");
        assertThat(moments.ago(NOW)).isEqualTo("now");
        assertThat(moments.told(NOW.minusSeconds(5))).isEqualTo("00:29:55, 5 s ago");
    }

    @Test
    void timesInTheScalersTextsAreOnTheReadersClock() {
        assertThat(moments.local("the lock of ana@laptop since 2026-11-20T23:10:00.123Z, and 2026-19-39T25:00:00Z"))
                .isEqualTo("the lock of ana@laptop since 00:10:00, and 2026-19-39T25:00:00Z");
    }

    @Test
    void ofWhatIsOverNothingIsLeft() {
        assertThat(moments.left(NOW.minusSeconds(5))).isEqualTo("0 s");
    }

    @ParameterizedTest
    @CsvSource({"59, 59 s", "60, 1 min", "599, 9 min 59 s", "659, 10 min", "7500, 2 h 5 min", "270000, 3 d 3 h"})
    void aSpanHasTwoUnitsAtMost(long seconds, String told) {
        assertThat(Moments.span(Duration.ofSeconds(seconds))).isEqualTo(told);
    }

    @Property
    void aSpanIsNeverLongerThanItIsAndNoMoreThanItsSmallerUnitShorter(
            @ForAll @LongRange(min = 0, max = 100_000_000) long seconds) {
        long told = 0;
        String[] words = Moments.span(Duration.ofSeconds(seconds)).split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            told += Long.parseLong(words[i]) * unit(words[i + 1]);
        }
        assertThat(told).isLessThanOrEqualTo(seconds);
        assertThat(seconds - told).isLessThan(seconds < 600 ? 1 : seconds < 86_400 ? 60 : 3_600);
    }

    private static long unit(String name) {
        return switch (name) {
            case "s" -> 1;
            case "min" -> 60;
            case "h" -> 3_600;
            default -> 86_400;
        };
    }
}
