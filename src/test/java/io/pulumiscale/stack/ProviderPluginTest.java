package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderPluginTest {
    @Test
    void theSdkSaysWhichVersionItAsksFor() {
        assertThat(ProviderPlugin.aws().name()).isEqualTo("aws");
        assertThat(ProviderPlugin.aws().version()).matches("6\\.\\d+\\.\\d+");
        assertThat(ProviderPlugin.kubernetes().name()).isEqualTo("kubernetes");
        assertThat(ProviderPlugin.kubernetes().version()).matches("4\\.\\d+\\.\\d+");
    }

    @ParameterizedTest
    @CsvSource({
        "6.83.0, true",
        "6.83.1, true",
        "6.100.0, true",
        "6.84.0-alpha.1, true",
        "6.82.9, false",
        "7.0.0, false",
        "5.99.0, false",
        "'', false",
        "none, false",
    })
    void aLaterOneOfTheSameMajorVersionWillDo(String version, boolean met) {
        assertThat(new ProviderPlugin("aws", "6.83.0").isMetBy(version)).isEqualTo(met);
    }
}
