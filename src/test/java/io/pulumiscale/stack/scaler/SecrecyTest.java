package io.pulumiscale.stack.scaler;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.kubernetes.core.v1.SecretArgs;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is marked as a secret is encrypted in the stack's state, and hidden in what the CLI shows. */
class SecrecyTest {
    @SuppressWarnings("NullAway") // no parent: nothing is registered
    private final Frame frame = new Frame(Samples.settings(Backend.PULUMI_CLOUD), Output.of("ops"), null);

    @Test
    void theCredentialsAreASecret() {
        assertThat(isSecret(Credentials.args(frame, Map.of("passphrase", "correct horse"))))
                .isTrue();
    }

    @Test
    void theTokenIsASecretAlthoughItIsEncoded() {
        SecretArgs token = new AlertsIn(frame, Samples.deployed("open sesame"), new Receiver(frame.settings())).token();
        assertThat(isSecret(token)).isTrue();
        assertThat(Internal.of(token.data().orElseThrow()).getValueNullable().join())
                .isEqualTo(Map.of("token", "b3BlbiBzZXNhbWU="));
    }

    private static boolean isSecret(SecretArgs args) {
        return Internal.of(args.data().orElseThrow()).isSecret().join();
    }
}
