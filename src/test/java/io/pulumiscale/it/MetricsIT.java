package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.metrics.MetricNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a running scaler measures is what the rules, the dashboard and the document speak of. */
class MetricsIT {
    private static final Path ALERTS = Path.of("infra/alerts/pulumiscale.yaml");
    private static final Path RULE_TESTS = Path.of("infra/alerts/pulumiscale_test.yaml");
    private static final Path DASHBOARD = Path.of("infra/dashboards/pulumiscale.json");

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void whatRulesAndDashboardAskForIsThere() throws IOException {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Sender scaler = world.scalerProcess().sender();
        scaler.json("/webhook/alertmanager", Payloads.alertmanager("workers", "delta", 2, 1));
        Cloud.awaitSize(world, scaler, "workers", 4);
        await().atMost(World.PATIENCE)
                .untilAsserted(
                        () -> assertThat(page(scaler)).contains("pulumiscale_updates_total{status=\"succeeded\"} 1.0"));
        assertThat(scaler.with("wrong").get("/metrics").statusCode()).isEqualTo(401);

        String page = page(scaler);
        assertThat(page)
                .contains(
                        "pulumiscale_intents_total{outcome=\"accepted\",source=\"alertmanager\"} 1.0",
                        "pulumiscale_decisions_total{kind=\"scale_out\",pool=\"workers\"} 1.0",
                        "pulumiscale_pool_current_size{pool=\"workers\"} 4.0",
                        "pulumiscale_update_duration_seconds_count 1",
                        "pulumiscale_reaction_seconds_count 1",
                        "pulumiscale_authentication_failures_total 1.0");
        Set<String> series = MetricNames.series(page);
        assertThat(series).containsAll(MetricNames.asked(Files.readString(ALERTS)));
        assertThat(series).containsAll(MetricNames.asked(Files.readString(DASHBOARD)));
        assertThat(MetricNames.asked(Files.readString(DASHBOARD))).hasSizeGreaterThan(20);
        Path exposed = Files.writeString(folder.resolve("metrics"), page);
        Promtool.said("check", "metrics").readingFrom(exposed).succeeds();
    }

    @Test
    void whoHasNoTokenSeesMetricsWhereThatIsWanted() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Sender stranger = world.scalerProcess("--open-metrics").sender().with("wrong");
        assertThat(page(stranger)).contains("pulumiscale_ready 1.0");
        assertThat(stranger.get("/pools").statusCode()).isEqualTo(401);
    }

    @Test
    void theRulesAreWellFormedAndFireWhenTheyShould() {
        Promtool.said("check", "rules", ALERTS.toString()).succeeds();
        Promtool.said("test", "rules", RULE_TESTS.toString()).succeeds();
    }

    @Test
    void everyRuleIsTried() throws IOException {
        assertThat(MetricNames.matches("alert: (\\w+)", Files.readString(ALERTS)))
                .isEqualTo(MetricNames.matches("alertname: (\\w+)", Files.readString(RULE_TESTS)));
    }

    @Test
    void theDashboardIsReadableAndEveryPanelAsksForSomething() throws IOException {
        JsonNode dashboard = Sender.read(Files.readString(DASHBOARD));
        assertThat(dashboard.path("panels"))
                .isNotEmpty()
                .allSatisfy(panel -> assertThat(panel.path("type").asText().equals("row")
                                || !panel.path("targets").isEmpty())
                        .as(panel.path("title").asText())
                        .isTrue());
        assertThat(dashboard.path("panels").findValuesAsText("id")).doesNotHaveDuplicates();
    }

    private static String page(Sender scaler) {
        return scaler.get("/metrics").body();
    }
}
