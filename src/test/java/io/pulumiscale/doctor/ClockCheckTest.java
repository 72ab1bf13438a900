package io.pulumiscale.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.doctor.ClockCheck.OtherClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final OtherClock SILENT = new OtherClock("nobody", Optional::empty);

    @ParameterizedTest
    @CsvSource({
        "0, ok, as that of AWS",
        "10, ok, as that of AWS",
        "-10, ok, as that of AWS",
        "11, warning, 11 s behind that of AWS",
        "-11, warning, 11 s ahead of that of AWS",
        "299, warning, 299 s behind that of AWS",
        "300, failed, 300 s behind that of AWS",
        "-90000, failed, 90000 s ahead of that of AWS",
    })
    void howFarApartTheyAreCounts(long seconds, String status, String text) {
        Finding finding = compare(SILENT, other("AWS", NOW.plusSeconds(seconds)));
        assertThat(Words.status(finding)).isEqualTo(status);
        assertThat(finding.text()).isEqualTo(text);
    }

    @Test
    void theFirstThatCanBeReadCounts() {
        assertThat(compare(SILENT, other("the backend", NOW), other("AWS", NOW.plusSeconds(999))))
                .isEqualTo(new Finding.Fine("as that of the backend"));
    }

    @Test
    void withoutAnotherClockThereIsNothingToCompare() {
        assertThat(compare(SILENT)).isInstanceOf(Finding.NotChecked.class);
    }

    private static OtherClock other(String name, Instant now) {
        return new OtherClock(name, () -> Optional.of(now));
    }

    private static Finding compare(OtherClock... others) {
        return new ClockCheck(Clock.fixed(NOW, ZoneOffset.UTC), List.of(others)).get();
    }
}
