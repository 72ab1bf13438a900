package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpSettingsTest {

    @Test
    void defaults() {
        assertThat(HttpSettings.on("127.0.0.1", 8080))
                .isEqualTo(new HttpSettings(
                        "127.0.0.1",
                        8080,
                        "pool_name",
                        Duration.ofSeconds(10),
                        Limits.standard(),
                        TrustedProxies.none(),
                        Optional.empty()));
    }

    @Test
    void aBodyMayHaveAtLeastOneByte() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new Limits(0, 1, 1, 1, 1, second, second, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxBodyBytes");
    }
}
