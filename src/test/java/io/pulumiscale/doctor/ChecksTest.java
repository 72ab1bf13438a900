package io.pulumiscale.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.update.ScopedPreview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All checks together, on a machine whose programs and servers are fakes. */
class ChecksTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final String POOLS = """
            config:
              aws:region: eu-west-1
              pulumiscale:webhookToken:
                secure: v1:abc
              pulumiscale:pools:
                web: {kind: ec2, min: 1, max: 3, imageId: ami-0abcdef1234567890, subnetIds: [subnet-1]}
            """;

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final FakeWeb web = new FakeWeb().answers("https://sts.eu-west-1.amazonaws.com/", 403, NOW.plusSeconds(3));
    private FakeCommands commands = new FakeCommands();
    private ScopedPreview.Outlook outlook = new ScopedPreview.Possible(1, Optional.empty());
    private boolean takeLock;

    @BeforeEach
    void aHealthyMachine() throws IOException {
        Files.writeString(folder.resolve("Pulumi.yaml"), "name: shop\nruntime: java\n");
        Files.writeString(folder.resolve("Pulumi.dev.yaml"), POOLS);
        commands = FakeCommands.healthy("file://" + folder.resolve("backend"));
        environment.put("AWS_ACCESS_KEY_ID", "id");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
        Path host = folder.resolve("pulumi-language-java");
        assertThat(Files.createFile(host).toFile().setExecutable(true)).isTrue();
        environment.put("PATH", folder.toString());
    }

    @Test
    void onAHealthyMachineAllIsFine() {
        Map<String, Finding> findings = findings();

        assertThat(findings.keySet())
                .containsExactlyInAnyOrder(
                        "configuration",
                        "engine",
                        "language host",
                        "plugins",
                        "backend",
                        "stack",
                        "secrets",
                        "lock",
                        "cluster",
                        "AWS credentials",
                        "notices",
                        "journal",
                        "clock",
                        "preview");
        assertThat(findings.remove("cluster")).isEqualTo(new Finding.NotChecked("no pool is on Kubernetes"));
        assertThat(findings.remove("notices")).isInstanceOf(Finding.NotChecked.class);
        assertThat(findings.values()).allSatisfy(each -> assertThat(each).isInstanceOf(Finding.Fine.class));
    }

    @Test
    void nothingThatIsAskedChangesAnything() {
        var unused = findings();
        assertThat(commands.asked)
                .allSatisfy(
                        line -> assertThat(line).matches("(version|whoami|plugin ls|stack ls|stack export|config) .*"));
    }

    @Test
    void noSecretIsInAnyFinding() {
        environment.put("PULUMI_CONFIG_PASSPHRASE", "the passphrase");
        commands.says("whoami", "{\"user\":\"ana\",\"url\":\"postgres://ana:hush@db/state?password=hush\"}");

        assertThat(findings().values().toString()).doesNotContain("open sesame", "the passphrase", "hush");
    }

    @Test
    void withoutTheCliWhatNeedsItIsLeftOutAndTheRestIsRun() {
        commands = new FakeCommands();
        Map<String, Finding> findings = findings();

        assertThat(findings.get("engine"))
                .isInstanceOfSatisfying(
                        Finding.Failed.class,
                        failed -> assertThat(failed.text()).contains("No such file"));
        assertThat(findings)
                .extractingByKeys("plugins", "backend", "stack", "secrets", "lock", "preview")
                .allSatisfy(each -> assertThat(each).isInstanceOf(Finding.NotChecked.class));
        assertThat(findings)
                .extractingByKeys("configuration", "AWS credentials", "journal", "clock")
                .allSatisfy(each -> assertThat(each).isInstanceOf(Finding.Fine.class));
    }

    @Test
    void anOldCliHasFailed() {
        commands.says("version", "v3.100.0\n");
        failed("engine", "3.100.0", "infra/engine/ensure");
    }

    @Test
    void aMissingLanguageHostIsAWarning() throws IOException {
        Files.delete(folder.resolve("pulumi-language-java"));
        assertThat(finding("language host")).isInstanceOf(Finding.Warning.class);
    }

    @ParameterizedTest
    @CsvSource({"6.82.9", "5.99.0", "7.0.0"})
    void aPluginOfAnotherVersionIsNotEnough(String version) {
        commands.says("plugin ls", "[{\"name\":\"aws\",\"kind\":\"resource\",\"version\":\"%s\"}]".formatted(version));
        failed("plugins", "aws 6.83.0 is not installed", "pulumi plugin install resource aws 6.83.0");
    }

    @ParameterizedTest
    @CsvSource({"6.83.1", "6.100.0", "6.84.0-alpha.1"})
    void aLaterPluginOfTheSameMajorVersionIs(String version) {
        commands.says("plugin ls", "[{\"name\":\"aws\",\"kind\":\"resource\",\"version\":\"%s\"}]".formatted(version));
        assertThat(finding("plugins")).isEqualTo(new Finding.Fine("aws " + version));
    }

    @Test
    void aPluginMayBeOnPathOrAttached() throws IOException {
        commands.says("plugin ls", "[]");
        Path plugin = folder.resolve("pulumi-resource-aws");
        assertThat(Files.createFile(plugin).toFile().setExecutable(true)).isTrue();
        assertThat(finding("plugins")).isEqualTo(new Finding.Fine("aws is " + plugin));

        environment.put("PULUMI_DEBUG_PROVIDERS", "kubernetes:1,aws:4711");
        assertThat(finding("plugins")).isEqualTo(new Finding.Fine("aws is attached at port 4711"));
        assertThat(finding("AWS credentials")).isInstanceOf(Finding.NotChecked.class);
        assertThat(web.asked).hasSize(1);
    }

    @Test
    void poolsOnKubernetesNeedItsPluginAndACluster() throws IOException {
        Files.writeString(
                folder.resolve("Pulumi.dev.yaml"),
                POOLS + "    workers: {kind: kubernetes, min: 1, max: 3, image: 'workers:1'}\n");
        environment.put("HOME", folder.toString());

        failed("plugins", "kubernetes 4.0.0 is not installed", "pulumi plugin install resource kubernetes 4.0.0");
        failed("cluster", "there is no kubeconfig", "KUBECONFIG");
    }

    @Test
    void poolsOnKubernetesAloneNeedNothingOfAws() throws IOException {
        Files.writeString(
                folder.resolve("Pulumi.dev.yaml"),
                POOLS.replaceFirst(
                        "(?m)^    web: .*$", "    workers: {kind: kubernetes, min: 1, max: 3, image: 'workers:1'}"));
        environment.remove("AWS_ACCESS_KEY_ID");
        environment.put("HOME", folder.toString());

        assertThat(finding("AWS credentials")).isEqualTo(new Finding.NotChecked("no pool is on AWS"));
        failed("plugins", "kubernetes 4.0.0 is not installed", "plugin install resource kubernetes");
    }

    @Test
    void anUnreachableBackendHasFailed() {
        commands.fails("whoami", "error: unable to open bucket file:///gone: no such file or directory\n");
        failed("backend", "unable to open bucket", "PULUMI_BACKEND_URL");
    }

    @Test
    void withoutALoginPulumiCloudIsSaidToNeedOne() {
        commands.fails(
                "whoami", "error: PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI sessions\n");
        failed("backend", "PULUMI_ACCESS_TOKEN", "`pulumi login` once");
    }

    @Test
    void aStackThatIsNotThereHasFailed() {
        commands.fails("stack export", "error: no stack named 'dev' found\n");
        failed("stack", "no stack named 'dev' found", "pulumi stack init dev");
    }

    @Test
    void aStackThatWasNeverDeployedOrWasInterruptedIsAWarning() {
        commands.says("stack export", "{\"deployment\":{}}");
        warned("stack", "never deployed", "pulumi up -s dev");

        commands.says("stack export", "{\"deployment\":{\"resources\":[{}],\"pending_operations\":[{}]}}");
        warned("stack", "1 interrupted operations", "pulumi refresh -s dev");
    }

    @Test
    void aWrongPassphraseHasFailedAndItsVariableIsNamed() {
        commands.fails("config", "error: incorrect passphrase\n");
        failed("secrets", "incorrect passphrase", "PULUMI_CONFIG_PASSPHRASE");

        environment.put("PULUMI_CONFIG_PASSPHRASE_FILE", "/run/passphrase");
        failed("secrets", "incorrect passphrase", "/run/passphrase");
    }

    @Test
    void aKeyOfACloudThatMayNotBeUsedIsNoPassphrase() {
        commands.fails("config", "error: AccessDeniedException: kms:Decrypt\n");
        failed("secrets", "AccessDenied", "secretsprovider");
    }

    @Test
    void withoutATokenTheScalerDoesNotStart() {
        commands.says("config", "{}");
        failed("secrets", "no webhook token", "openssl rand -hex 32");

        commands.says("config", "{\"pulumiscale:webhookToken\":{\"value\":\"short\"}}");
        warned("secrets", "only 5 characters", "openssl rand -hex 32");
    }

    @Test
    void aFaultOfTheConfigurationHasFailedAndWhatNeedsItIsLeftOut() throws IOException {
        Files.writeString(folder.resolve("Pulumi.dev.yaml"), POOLS.replace("max: 3", "max: many"));
        failed("configuration", "pools.web.max", "docs/configuration.md");
        assertThat(finding("plugins")).isInstanceOf(Finding.NotChecked.class);
    }

    @Test
    void withoutAProjectItSaysSo() throws IOException {
        Files.delete(folder.resolve("Pulumi.yaml"));
        failed("configuration", "there is no " + folder.resolve("Pulumi.yaml"), "-C");
    }

    @Test
    void whatThePreviewSaysIsTold() {
        outlook = new ScopedPreview.Impossible("deployments.apps is forbidden");
        failed("preview", "deployments.apps is forbidden", "docs/doctor.md");

        outlook = new ScopedPreview.Possible(1, Optional.of("DELETE of everything"));
        warned("preview", "DELETE of everything", "pulumi up");

        outlook = new ScopedPreview.Nothing("no pool is deployed");
        assertThat(finding("preview")).isEqualTo(new Finding.NotChecked("no pool is deployed"));
    }

    @Test
    void theLockIsTakenOnlyWhereItIsAskedFor() {
        takeLock = true;
        commands.says("refresh", "done");
        assertThat(finding("lock")).isEqualTo(new Finding.Fine("taken and let go of"));
        assertThat(commands.asked)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("refresh --yes --skip-preview --stack dev --target"
                                + " urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev"));

        commands.fails(
                "refresh", "error: no resource named 'urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev' found\n");
        assertThat(finding("lock")).isEqualTo(new Finding.Fine("taken and let go of"));

        commands.fails("refresh", "error: the stack is currently locked by 1 lock(s)\n");
        failed("lock", "currently locked", "who holds it");
    }

    private void failed(String check, String text, String advice) {
        assertThat(finding(check)).isInstanceOfSatisfying(Finding.Failed.class, failed -> {
            assertThat(failed.text()).contains(text);
            assertThat(failed.advice()).contains(advice);
        });
    }

    private void warned(String check, String text, String advice) {
        assertThat(finding(check)).isInstanceOfSatisfying(Finding.Warning.class, warning -> {
            assertThat(warning.text()).contains(text);
            assertThat(warning.advice()).contains(advice);
        });
    }

    private Finding finding(String check) {
        return Objects.requireNonNull(findings().get(check), check);
    }

    private Map<String, Finding> findings() {
        Subject subject = new Subject(
                folder,
                "dev",
                environment,
                folder.resolve("journal.db").toString(),
                takeLock,
                Clock.fixed(NOW, ZoneOffset.UTC));
        Checks checks = new Checks(subject, commands, web, () -> outlook);
        return new Doctor(Doctor.Patience.standard(), check -> {})
                .examine(checks.all(), result -> {}).results().stream()
                        .collect(Collectors.toMap(
                                Result::check, Result::finding, (first, second) -> first, HashMap::new));
    }
}
