package io.pulumiscale.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterCheckTest {
    private static final Instant DATE = Instant.parse("2026-11-25T10:00:00Z");
    private static final String TWO = """
            current-context: blue
            contexts:
              - {name: blue, context: {cluster: one, user: ana}}
              - {name: green, context: {cluster: two, user: ana}}
              - {name: lost, context: {cluster: nowhere, user: ana}}
            clusters:
              - {name: one, cluster: {server: 'https://one.example:6443'}}
              - {name: two, cluster: {server: 'https://two.example'}}
            """;

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final FakeWeb web = new FakeWeb()
            .answers("https://one.example:6443/version", 401, DATE)
            .answers("https://two.example/version", 503, DATE);

    @BeforeEach
    void oneKubernetesPool() throws IOException {
        Files.writeString(folder.resolve("Pulumi.yaml"), "name: shop\nruntime: java\n");
        configure("");
        environment.put("HOME", folder.toString());
    }

    @Test
    void aClusterThatAnswersIsFineAlsoToAStranger() throws IOException {
        kubeconfig(TWO);
        assertThat(check().get().text())
                .startsWith("https://one.example:6443 (")
                .contains("context blue", "answers");
        assertThat(check().clock()).contains(DATE);
    }

    @Test
    void theContextOfTheConfigurationCounts() throws IOException {
        kubeconfig(TWO);
        configure("kubernetes:context: green");
        assertThat(check().get()).isInstanceOf(Finding.Failed.class);
        assertThat(check().get().text()).contains("two.example", "503");
    }

    @ParameterizedTest
    @CsvSource({
        "blue, red, has no context red",
        "blue, lost, has no cluster nowhere",
        "current-context: blue, '', has no current context",
        "https://one.example:6443, https://elsewhere.example, does not answer",
    })
    void whatIsWrongWithItIsSaid(String was, String is, String said) throws IOException {
        kubeconfig(TWO.replaceFirst(was, is));
        assertThat(check().get()).isInstanceOf(Finding.Failed.class);
        assertThat(check().get().text()).contains(said);
    }

    @Test
    void anAuthorityThatIsNoneIsSaid() throws IOException {
        kubeconfig(TWO.replace("{server: 'https://one", "{certificate-authority-data: bm9uZQ==, server: 'https://one"));
        assertThat(check().get().text()).contains("certificate authority is no certificate");
    }

    @Test
    void aSecondFileOfKubeconfigCompletesTheFirst() throws IOException {
        Path first = Files.writeString(folder.resolve("first"), "current-context: green\n");
        Path second = Files.writeString(folder.resolve("second"), TWO);
        environment.put("KUBECONFIG", first + ":" + folder.resolve("missing") + ":" + second);
        assertThat(check().get().text()).contains("two.example");
    }

    @Test
    void withoutAKubeconfigItIsThePodsOwnCluster() {
        environment.put("KUBERNETES_SERVICE_HOST", "10.0.0.1");
        assertThat(check().get().text()).contains("certificate authority cannot be read");
    }

    @Test
    void anAttachedProviderIsNotLookedBehind() {
        environment.put("PULUMI_DEBUG_PROVIDERS", "aws:1,kubernetes:2");
        assertThat(check().get()).isInstanceOf(Finding.NotChecked.class);
        assertThat(check().clock()).isEmpty();
        assertThat(web.asked).isEmpty();
    }

    private void kubeconfig(String text) throws IOException {
        Files.createDirectories(folder.resolve(".kube"));
        Files.writeString(folder.resolve(".kube/config"), text);
    }

    private void configure(String more) throws IOException {
        Files.writeString(folder.resolve("Pulumi.dev.yaml"), """
                config:
                  %s
                  pulumiscale:webhookToken: {secure: v1:abc}
                  pulumiscale:pools:
                    workers: {kind: kubernetes, min: 1, max: 3, image: 'workers:1'}
                """.formatted(more));
    }

    private ClusterCheck check() {
        Subject subject = new Subject(folder, "dev", environment, "memory", false, Clock.systemUTC());
        return new ClusterCheck(
                new AttachedProviders(environment),
                new KubeConfig(environment, folder.resolve("serviceaccount")),
                new Configured(subject),
                web);
    }
}
