package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.test.TestResult;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says where it cannot provision the scaler. */
class ScalerRefusalTest {
    private ScalerStack stack;

    @BeforeEach
    void project(@TempDir Path folder) {
        stack = new ScalerStack(folder);
    }

    @Test
    void aFaultyConfigurationIsRefusedBeforeAnythingIsRegistered() {
        TestResult result = stack.tried(Pools.ALL, ScalerStack.SETTINGS + ",namspace:'ops'");
        assertThat(result.errors())
                .anySatisfy(error -> assertThat(error).contains("scaler.namspace: unknown, did you mean namespace?"));
        assertThat(stack.cloud().registered()).isEmpty();
    }

    @Test
    void withoutATokenThereIsNoScaler(@TempDir Path folder) {
        MockCloud cloud = new MockCloud(Map.of());
        TestResult result = cloud.run(
                Map.of("pulumiscale:pools", Pools.ALL, "pulumiscale:scaler", Pools.json(ScalerStack.SETTINGS)),
                ctx -> App.stack(ctx, folder));
        assertThat(result.errors()).anySatisfy(error -> assertThat(error).contains(ScalerConfig.NO_TOKEN.toString()));
        assertThat(cloud.registered()).isEmpty();
    }

    @Test
    void aScalerThatCouldNotReadTheStacksSecretsIsRefused() {
        stack.write("Pulumi.dev.yaml", "encryptionsalt: v1:x\nconfig: {'pulumiscale:scaler': {image: a}}\n");
        TestResult result = stack.tried(Pools.ALL, ScalerStack.SETTINGS);
        assertThat(result.errors()).anySatisfy(error -> assertThat(error).contains("scaler.passphrase: missing"));
        assertThat(stack.cloud().registered()).isEmpty();
    }

    @Test
    void withoutTheProjectsFilesItSaysWhereToRun(@TempDir Path elsewhere) {
        MockCloud cloud = new MockCloud(Map.of());
        TestResult result = cloud.run(
                Map.of(
                        "pulumiscale:pools", Pools.ALL,
                        "pulumiscale:webhookToken", ScalerStack.TOKEN,
                        "pulumiscale:scaler", Pools.json(ScalerStack.SETTINGS)),
                ctx -> App.stack(ctx, elsewhere));
        assertThat(result.errors())
                .anySatisfy(error -> assertThat(error).contains("Pulumi.yaml cannot be read", "--config-file"));
        assertThat(cloud.registered()).isEmpty();
    }
}
