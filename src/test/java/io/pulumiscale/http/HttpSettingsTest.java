package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpSettingsTest {

    @Test
    void defaults() {
        assertThat(HttpSettings.on("127.0.0.1", 8080))
                .isEqualTo(new HttpSettings(
                        "127.0.0.1", 8080, 1_048_576, "pool_name", Duration.ofSeconds(15), Duration.ofSeconds(10)));
    }

    @Test
    void aBodyMayHaveAtLeastOneByte() {
        HttpSettings given = HttpSettings.on("127.0.0.1", 0);
        assertThatThrownBy(() -> new HttpSettings("127.0.0.1", 0, 0, "p", given.requestTimeout(), given.drainTimeout()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxBodyBytes");
    }
}
