package io.pulumiscale.stack.scaler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceiverTest {
    private final Receiver receiver = new Receiver(Samples.settings(Backend.PULUMI_CLOUD));

    @Test
    void onlyWhatNamesAPoolGoesToTheScaler() {
        String yaml = AlertsIn.yaml(receiver.configuration());
        assertThat(yaml)
                .contains("pool_name=~", "receiver: \"nobody\"", "http://pulumiscale.ops.svc/webhook/alertmanager");
    }

    @Test
    void theTokenIsReadFromWhereTheSecretIsMounted() {
        assertThat(AlertsIn.yaml(receiver.configuration()))
                .contains("credentials_file: \"/etc/alertmanager/secrets/pulumiscale-token/token\"");
        assertThat(receiver.operatorSpec().toString()).contains("name=pulumiscale-token", "key=token");
    }
}
