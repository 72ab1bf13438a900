package io.pulumiscale.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HighCPU firing, +2; capped 10→8 by max                         | 8 | true",
                "HighCPU firing, +2; capped 10→8 by scheduled max               | 8 | true",
                "capped 2147483649→8 by max                                     | 8 | true",
                "Idle firing, -1; capped 1→2 by min                             | 2 | false",
                "HighCPU firing, +2; capped 10→8 by max; cooldown until x       | 6 | false",
                "not capped 10→8 by max, really                                 | 8 | false",
                "a person; capped 10→8 by max; capped 1→2 by min                | 2 | false",
                "capped 99999999999→8 by max                                    | 8 | false",
                "by hand, =8; already 8                                         | 8 | false"
            })
    void aReasonTellsWhetherMoreWasWantedThanMax(String reason, int size, boolean more) {
        assertThat(Cap.atMost(reason, size)).isEqualTo(more);
    }
}
