package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalerFileCheckTest {

    @Test
    void aSecretThatStandsInPlainIsAFaultThatDoesNotRepeatIt() throws JsonProcessingException {
        assertThat(faults("""
                config:
                  pulumiscale:scaler:
                    accessToken: pul-123
                    passphrase: {secure: v1:abc}
                    postgresql: {password: hunter2}
                """))
                .containsExactly(
                        "scaler.accessToken: stands there in plain: pulumi config set --secret --path pulumiscale:scaler.accessToken",
                        "scaler.postgresql.password: stands there in plain: pulumi config set --secret --path pulumiscale:scaler.postgresql.password");
    }

    @Test
    void aStackUnderAPassphraseCannotBeScaledWithout() throws JsonProcessingException {
        assertThat(faults("encryptionsalt: v1:x\nconfig:\n  pulumiscale:scaler: {image: a}\n"))
                .singleElement()
                .asString()
                .startsWith("scaler.passphrase: missing");
        assertThat(faults("encryptionsalt: v1:x\nconfig:\n  pulumiscale:scaler: {passphrase: {secure: a}}\n"))
                .isEmpty();
        assertThat(faults("encryptedkey: x\nconfig:\n  pulumiscale:scaler: {image: a}\n"))
                .isEmpty();
    }

    @Test
    void aContextOfYoursIsNoneOfTheScalers() throws JsonProcessingException {
        assertThat(faults("config:\n  kubernetes:context: minikube\n  pulumiscale:scaler: {image: a}\n"))
                .singleElement()
                .asString()
                .startsWith("kubernetes:context: the scaler has none");
    }

    @Test
    void withoutAScalerNothingIsAFault() throws JsonProcessingException {
        assertThat(faults("encryptionsalt: v1:x\nconfig:\n  kubernetes:context: minikube\n"))
                .isEmpty();
    }

    private static List<String> faults(String yaml) throws JsonProcessingException {
        return new ScalerFileCheck(new YAMLMapper().readTree(yaml))
                .faults().stream().map(Fault::toString).toList();
    }
}
