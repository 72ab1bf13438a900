package io.pulumiscale.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineProgramTest {
    private final FakeActions actions = new FakeActions();
    private final FakeRemote remote = new FakeRemote();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutACommandTheUsageIsShown() {
        assertThat(run("")).isZero();
        assertThat(out.toString()).contains("Usage: pulumiscale", "serve", "demo", "local", "config");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "serve --help",
                "demo --help",
                "local --help",
                "doctor --help",
                "simulate --help",
                "config --help",
                "config validate --help",
                "help serve"
            })
    void everyCommandHasHelpAndDoesNothingElse(String line) {
        assertThat(run(line)).isZero();
        assertThat(out.toString()).contains("Usage: pulumiscale");
        assertThat(actions.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "scale", "serve", "doctor", "config", "token", "completion"})
    void aCommandThatIsMadeAloneIsTheSameAsAmongAll(String command) {
        run("help " + command);
        String amongAll = out.toString();
        out.getBuffer().setLength(0);

        run(command + " --help");
        assertThat(amongAll).isNotEmpty().isEqualTo(out.toString());
    }

    @Test
    void completionKnowsAllCommands() {
        run("completion bash");
        assertThat(out.toString()).contains("status", "serve", "rotate", "help");
    }

    @Test
    void theVersionIsTold() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("pulumiscale ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"serve --prot 1", "serve --port many", "serve --token-grace 10", "demo --port", "demo more"})
    void whatMakesNoSenseEndsWith2AndTheUsage(String line) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: pulumiscale");
        assertThat(actions.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"serv, serve", "config validat, config validate", "demo --kep, --keep"})
    void aSlipOfTheFingerEndsWith2AndWhatWasMeant(String line, String meant) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(err.toString()).contains(meant);
        assertThat(actions.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--tries 0", "--port -1", "--port 65536", "--token-grace PT-1S"})
    void whatIsOutOfRangeEndsWith2AndSaysTheRange(String options) {
        assertThat(run("serve " + options)).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "pulumiscale: --tries is at least 1, --port 0 to 65535, --token-grace not negative\n");
        assertThat(actions.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--deadline PT0S",
                "--deadline -PT1M",
                "--deadline PT25H",
                "--shutdown-grace -PT1S",
                "--shutdown-grace PT61M"
            })
    void timesThatMakeNoSenseEndWith2AndSayTheRange(String options) {
        assertThat(run("serve " + options)).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("pulumiscale: --deadline is PT1S to PT24H, --shutdown-grace PT0S to PT1H\n");
        assertThat(actions.asked).isEmpty();
    }

    @Test
    void everyOptionOfTheFrontDoorCounts() {
        assertThat(run("serve --stack dev --trusted-proxies 10.1.2.3/8,fd00::/8,192.0.2.1 --tls-certificate tls.crt"
                        + " --tls-key tls.key --max-body 2048 --max-header 4096 --max-headers 20 --max-alerts 7"
                        + " --max-connections 50 --max-waiting 80 --idle-timeout PT2S --request-timeout PT3S --rate 4"
                        + " --concurrency 5 --wrong-tokens 6"))
                .isZero();
        DoorOptions door = ((ServeOptions) actions.asked.get(0)).door();
        assertThat(door.trustedProxies())
                .extracting(Object::toString)
                .containsExactly("10.0.0.0/8", "fd00::/8", "192.0.2.1");
        assertThat(door.tls()).contains(new DoorOptions.Tls(Path.of("tls.crt"), Path.of("tls.key")));
        assertThat(door.limits())
                .isEqualTo(new LimitOptions(
                        2048, 4096, 20, 7, 50, 80, Duration.ofSeconds(2), Duration.ofSeconds(3), 4, 5, 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--tls-certificate tls.crt",
                "--tls-key tls.key",
                "--trusted-proxies proxy.example.com",
                "--trusted-proxies 10.0.0.0/33",
                "--trusted-proxies 10.0.0",
                "--trusted-proxies 10.0.0.0-9",
                "--trusted-proxies *",
                "--trusted-proxies 10.0.0.1,,10.0.0.2",
                "--max-body many",
            })
    void whatMakesNoSenseAtTheFrontDoorEndsWith2(String options) {
        assertThat(run("serve " + options)).isEqualTo(2);
        assertThat(actions.asked).isEmpty();
    }

    @Test
    void limitsOutOfRangeAreToldTogether() {
        assertThat(run("serve --max-body 0 --rate 0 --request-timeout PT0S --wrong-tokens -1"))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "pulumiscale: --max-body is 1024 to 67108864, not 0; --request-timeout is PT1S to"
                                + " PT10M, not PT0S; --rate is 1 to 1000000, not 0; --wrong-tokens is 1 to 1000000, not -1\n");
        assertThat(actions.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "77"})
    void theExitCodeIsTheActions(int code) {
        actions.outcome = () -> code;
        assertThat(run("local -- pulumi up")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void aFailedCommandEndsWithItsCodeAndItsMessage(int code) {
        actions.outcome = () -> {
            throw new CommandFailed(code, "there is no stack dev");
        };
        assertThat(run("serve")).isEqualTo(code);
        assertThat(err.toString()).isEqualToIgnoringNewLines("pulumiscale: there is no stack dev\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anUnexpectedFailureEndsWith1() {
        actions.outcome = () -> {
            throw new IllegalStateException("a bug");
        };
        assertThat(run("serve")).isEqualTo(1);
        assertThat(err.toString()).contains("a bug");
    }

    @Test
    void serveHasDefaults() {
        assertThat(run("serve --stack dev")).isZero();
        assertThat(actions.asked)
                .containsExactly(new ServeOptions(
                        Path.of("."),
                        "dev",
                        "127.0.0.1",
                        8080,
                        10,
                        Duration.ofMinutes(10),
                        "pool_name",
                        Optional.empty(),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(1),
                        Optional.empty(),
                        false,
                        DoorOptions.standard(),
                        false,
                        LogFormat.TEXT));
    }

    @Test
    void everyOptionOfServeCounts() {
        assertThat(run("serve -C project -s prod --host 0.0.0.0 --port 0 --tries 3 --token-grace PT30S"
                        + " --pool-label deployment --journal here.db --deadline PT2M --shutdown-grace PT20S"
                        + " --sns-certificate sns.pem --sns-sha1 --open-metrics --log-format json"))
                .isZero();
        assertThat(actions.asked)
                .containsExactly(new ServeOptions(
                        Path.of("project"),
                        "prod",
                        "0.0.0.0",
                        0,
                        3,
                        Duration.ofSeconds(30),
                        "deployment",
                        Optional.of("here.db"),
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(20),
                        Optional.of(Path.of("sns.pem")),
                        true,
                        DoorOptions.standard(),
                        true,
                        LogFormat.JSON));
    }

    @Test
    void demoMayStayOnAPort() {
        assertThat(run("demo")).isZero();
        assertThat(run("demo --keep --port 9000")).isZero();
        assertThat(actions.asked).containsExactly(new DemoOptions(false, 0), new DemoOptions(true, 9000));
    }

    @Test
    void whatFollowsTheDashesIsTheCommandToRunWithItsOwnOptions() {
        assertThat(run("local --state there -- pulumi up --yes --help")).isZero();
        assertThat(run("local")).isZero();
        assertThat(actions.asked)
                .containsExactly(
                        List.of("local", Path.of("there"), List.of("pulumi", "up", "--yes", "--help")),
                        List.of("local", Path.of(".pulumiscale"), List.of()));
    }

    @Test
    void theSchemaIsAskedFor() {
        assertThat(run("config schema")).isZero();
        assertThat(actions.asked).containsExactly("schema");
    }

    @Test
    void theConfigurationOfOneStackIsValidated() {
        assertThat(run("config validate --cwd project --stack prod")).isZero();
        assertThat(actions.asked).containsExactly(List.of("validate", Path.of("project"), "prod"));
    }

    @Test
    void theDoctorReportsInTextOrJson() {
        assertThat(run("doctor")).isZero();
        assertThat(run("doctor -C project -s prod --journal here.db --lock --output json"))
                .isZero();
        assertThat(actions.asked)
                .containsExactly(
                        new DoctorOptions(Path.of("."), "dev", Optional.empty(), false, DoctorOptions.Output.TEXT),
                        new DoctorOptions(
                                Path.of("project"), "prod", Optional.of("here.db"), true, DoctorOptions.Output.JSON));
        assertThat(run("doctor --output xml")).isEqualTo(2);
    }

    @Test
    void aSimulationIsAskedForWithItsAssumptions() {
        assertThat(
                        run(
                                "simulate load.csv --set web.max=20 --set web.cooldownIn=PT1M --high web=70.5 --low web=30"
                                        + " --start web=4 --price web=0.12 --load --update-takes PT1M --step PT1S --approve --output csv"))
                .isZero();
        assertThat(actions.asked)
                .containsExactly(new SimulateOptions(
                        Path.of("."),
                        "dev",
                        Optional.of(Path.of("load.csv")),
                        Optional.empty(),
                        Duration.ofDays(7),
                        Map.of("web.max", "20", "web.cooldownIn", "PT1M"),
                        Map.of("web", 70.5),
                        Map.of("web", 30.0),
                        Map.of("web", 4),
                        Map.of("web", new BigDecimal("0.12")),
                        true,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(1),
                        true,
                        SimulateOptions.Output.CSV));
        assertThat(run("simulate --journal here.db --since P1D")).isZero();
        assertThat(actions.asked)
                .last(InstanceOfAssertFactories.type(SimulateOptions.class))
                .satisfies(options -> {
                    assertThat(options.recording()).isEmpty();
                    assertThat(options.journal()).contains("here.db");
                    assertThat(options.since()).isEqualTo(Duration.ofDays(1));
                });
        assertThat(run("simulate load.csv --journal here.db")).isEqualTo(2);
        assertThat(run("simulate")).isEqualTo(2);
        assertThat(run("simulate load.csv --step PT0S")).isEqualTo(2);
        assertThat(run("simulate load.csv --high web=much")).isEqualTo(2);
    }

    private int run(String line) {
        String[] args = line.isEmpty() ? new String[0] : line.split(" ", -1);
        return CommandLineProgram.run(actions, remote, new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
