package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineDiedTest {

    @ParameterizedTest
    @CsvSource({"137, true", "143, true", "128, false", "255, false", "1, false", "160, false"})
    void onlyASignalIsADeath(int code, boolean died) {
        assertThat(EngineDied.by(code)).isEqualTo(died);
    }
}
