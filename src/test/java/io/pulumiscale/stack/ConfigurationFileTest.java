package io.pulumiscale.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
    private static final String TOKEN = """
              pulumiscale:webhookToken:
                secure: v1:abc
            """;
    private static final String WORKERS = """
              pulumiscale:pools:
                workers:
                  kind: kubernetes
                  min: 1
                  max: 10
                  image: registry.example.com/workers:1.0
            """;

    private Path folder;

    @BeforeEach
    void project(@TempDir Path project) throws IOException {
        folder = project;
        Files.writeString(folder.resolve("Pulumi.yaml"), "name: shop\nruntime: java\n");
    }

    @Test
    void aGoodFileHasItsPools() throws IOException {
        StackConfig config = check(TOKEN + WORKERS);
        assertThat(config.catalog().byName()).containsOnlyKeys("workers");
    }

    @Test
    void alarmsAreNamedAfterTheProjectAndTheStack() throws IOException {
        String web = "  pulumiscale:pools: {web: {kind: ec2, min: 1, max: 2, imageId: ami-12345678, subnetIds: [s]}}\n";
        assertThat(check(TOKEN + web).catalog().ofAlarm("shop-dev-web-cpu-high"))
                .isPresent();
    }

    @Test
    void faultsOfTheEndpointAreToldWithTheOthers() {
        String endpoint = "  pulumiscale:endpoint: http://h\n  pulumiscale:alerts: {tokenIn: queri}\n";
        assertThat(faults(endpoint + WORKERS))
                .extracting(Fault::path)
                .containsExactly("webhookToken", "alerts.tokenIn", "endpoint");
    }

    @Test
    void withoutATokenItSaysHowToSetOne() {
        assertThat(faults(WORKERS)).containsExactly(ScalerConfig.NO_TOKEN);
    }

    @Test
    void aTokenThatStandsInPlainIsAFaultThatDoesNotRepeatIt() {
        assertThat(faults("  pulumiscale:webhookToken: hunter2\n" + WORKERS))
                .containsExactly(new Fault("webhookToken", "stands there in plain: set it with --secret"));
    }

    /** It was taken for tokens that are encrypted as a whole, and nothing of them was looked at. */
    @Test
    void aTokenMayBeNamedSecure() {
        String tokens = "  pulumiscale:tokens: {secure: {value: {secure: v1:x}, rights: [red], pools: all}}\n";
        assertThat(faults(TOKEN + tokens + WORKERS)).extracting(Fault::path).containsExactly("tokens.secure.rights[0]");
    }

    @Test
    void whatHasMoreThanACiphertextInItIsNoSecret() {
        assertThat(faults("  pulumiscale:webhookToken: {secure: v1:abc, x: y}\n" + WORKERS))
                .extracting(Fault::path)
                .containsExactly("webhookToken");
    }

    @Test
    void aPoolThatIsNamedTwiceIsAFaultAlthoughYamlKeepsTheLast() {
        String twice =
                WORKERS + WORKERS.lines().skip(1).map(line -> line + "\n").reduce("", String::concat);
        assertThat(faults(TOKEN + twice)).extracting(Fault::toString).contains("pools.workers: named twice");
    }

    @Test
    void faultsOfTheFileAndOfThePoolsAreToldAtOnce() {
        assertThat(faults(WORKERS.replace("max:", "mx:")))
                .extracting(Fault::path)
                .containsExactly("webhookToken", "pools.workers.max", "pools.workers.mx");
    }

    @Test
    void faultsOfTheScalerAreToldToo() {
        String scaler = "  pulumiscale:scaler: {imge: a, accessToken: pul-123}\n";
        assertThat(faults(TOKEN + WORKERS + scaler))
                .extracting(Fault::path)
                .containsExactly("scaler.accessToken", "scaler.image", "scaler.imge");
    }

    @Test
    void aFileThatIsNotThereIsNoFaultOfItsContent() throws IOException {
        ConfigurationFile file = ConfigurationFile.of(folder, "prod");
        assertThatThrownBy(file::check)
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("there is no ", "Pulumi.", "-s another stack");
    }

    @Test
    void aFileThatIsNoYamlCannotBeRead() {
        assertThatThrownBy(() -> check("  - [")).isInstanceOf(IOException.class);
    }

    private StackConfig check(String config) throws IOException {
        Files.writeString(folder.resolve("Pulumi.dev.yaml"), "config:\n" + config);
        return ConfigurationFile.of(folder, "dev").check();
    }

    private List<Fault> faults(String config) {
        return catchThrowableOfType(InvalidConfiguration.class, () -> check(config))
                .faults();
    }
}
