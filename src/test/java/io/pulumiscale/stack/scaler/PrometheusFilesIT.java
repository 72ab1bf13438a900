package io.pulumiscale.stack.scaler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus and Alertmanager say of the files that they get: by their own tools, of the packages of those names. */
class PrometheusFilesIT {
    private static final String PROMTOOL = "promtool";
    private static final String AMTOOL = "amtool";

    @TempDir
    private Path folder;

    @Test
    void prometheusTakesTheRules() throws Exception {
        installed(PROMTOOL);
        Map<String, Object> rules = Map.of("groups", new RuleGroups("shop", "prod", Map.of()).of(Samples.rules()));
        Said said = run(PROMTOOL, "check", "rules", file(AlertsIn.RULES_FILE, rules));
        assertThat(said.code()).as(said.output()).isZero();
        assertThat(said.output()).contains("3 rules found");
    }

    /** So the one before is worth something. */
    @Test
    void anExpressionThatIsNoneIsFound() throws Exception {
        installed(PROMTOOL);
        PrometheusRule good = Samples.rules().get(0);
        PrometheusRule bad =
                new PrometheusRule(good.pool(), good.name(), "sum(queue", good.lasting(), good.action(), good.value());
        Map<String, Object> rules = Map.of("groups", new RuleGroups("shop", "prod", Map.of()).of(List.of(bad)));
        assertThat(run(PROMTOOL, "check", "rules", file(AlertsIn.RULES_FILE, rules))
                        .code())
                .isNotZero();
    }

    @Test
    void alertmanagerTakesTheReceiver() throws Exception {
        installed(AMTOOL);
        Receiver receiver = new Receiver(Samples.settings(Backend.PULUMI_CLOUD));
        Said said = run(AMTOOL, "check-config", file(AlertsIn.RECEIVER_FILE, receiver.configuration()));
        assertThat(said.code()).as(said.output()).isZero();
        assertThat(said.output()).contains("SUCCESS", "2 receivers");
    }

    @Test
    void alertsThatNameAPoolGoToTheScalerAndNoOthers() throws Exception {
        installed(AMTOOL);
        String file =
                file(AlertsIn.RECEIVER_FILE, new Receiver(Samples.settings(Backend.PULUMI_CLOUD)).configuration());
        assertThat(route(file, "alertname=Backlog", "pool_name=workers")).isEqualTo("pulumiscale");
        assertThat(route(file, "alertname=DiskFull")).isEqualTo("nobody");
    }

    private String route(String file, String... labels) throws Exception {
        return run(Stream.concat(
                                Stream.of(AMTOOL, "config", "routes", "test", "--config.file", file), Stream.of(labels))
                        .toArray(String[]::new))
                .output()
                .lines()
                .reduce("", (first, second) -> second);
    }

    private String file(String name, Map<String, Object> content) throws IOException {
        return Files.writeString(folder.resolve(name), AlertsIn.yaml(content)).toString();
    }

    private static void installed(String tool) {
        boolean there = Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, tool)));
        if (!there) {
            System.err.printf("SKIPPED: %s is not on PATH; install prometheus and prometheus-alertmanager%n", tool);
        }
        assumeTrue(there, tool + " is not installed");
    }

    private Said run(String... command) throws Exception {
        Path output = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Said(process.waitFor(), Files.readString(output));
    }

    private record Said(int code, String output) {}
}
