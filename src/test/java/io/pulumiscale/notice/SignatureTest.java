package io.pulumiscale.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.SigningSecret;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    /** The example of the convention's own libraries. */
    @Test
    void itIsWhatStandardWebhooksExpects() {
        SigningSecret secret =
                SigningSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow();
        String signature = Signature.of(
                secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), "{\"test\": 2432232314}");
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_!!!!"})
    void whatIsNoSecretIsNone(String text) {
        assertThat(SigningSecret.of(text)).isEmpty();
    }

    @Test
    void aSecretIsInNoText() {
        assertThat(SigningSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow())
                .hasToString("SigningSecret");
    }
}
