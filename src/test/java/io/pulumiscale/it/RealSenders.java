package io.pulumiscale.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A metric, a Prometheus that scrapes it and has rules on it, and an Alertmanager, all of them real and quick. They end
 * with the test.
 */
final class RealSenders implements AfterEachCallback {
    /** Much to do, little to do, a slip in the label, and one that is nothing to the scaler. */
    private static final String RULES = """
            groups:
              - name: queue
                rules:
                  - alert: QueueBacklog
                    expr: queue_length > 1000
                    labels:
                      pool_name: workers
                    annotations:
                      pulumiscale_action: delta
                      pulumiscale_value: "2"
                  - alert: QueueIdle
                    expr: queue_length < 10
                    labels:
                      pool_name: workers
                    annotations:
                      pulumiscale_action: scaleIn
                  - alert: Misspelt
                    expr: queue_length > 1000
                    labels:
                      pool_name: wrokers
                  - alert: Watchdog
                    expr: vector(1)
            """;

    private final Deque<AutoCloseable> begun = new ArrayDeque<>();

    Gauge gauge(int value) throws IOException {
        return begun(new Gauge(value));
    }

    /**
     * Scrapes and evaluates every second, and says again every second what fires.
     *
     * @param alertmanagers entries of {@code alerting.alertmanagers}
     */
    Daemon prometheus(Path parent, Gauge scraped, String alertmanagers) throws IOException {
        Path program = Daemon.program("prometheus");
        Path folder = Files.createDirectories(parent.resolve("prometheus"));
        Files.writeString(folder.resolve("rules.yml"), RULES);
        Files.writeString(folder.resolve("prometheus.yml"), """
                global:
                  scrape_interval: 1s
                  evaluation_interval: 1s
                rule_files: [rules.yml]
                scrape_configs:
                  - job_name: queue
                    static_configs:
                      - targets: ["127.0.0.1:%d"]
                alerting:
                  alertmanagers:
                %s
                """.formatted(scraped.port(), alertmanagers.indent(4)));
        return begun(Daemon.start(
                program,
                folder,
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=data",
                "--rules.alert.resend-delay=1s"));
    }

    /** Sends what names a pool to the scaler at once, and again every second. */
    Daemon alertmanager(Path parent, int scalerPort) throws IOException {
        Path program = Daemon.program("prometheus-alertmanager", "alertmanager");
        Path folder = Files.createDirectories(parent.resolve("alertmanager"));
        Files.writeString(folder.resolve("alertmanager.yml"), """
                route:
                  receiver: nobody
                  routes:
                    - receiver: pulumiscale
                      matchers: ['pool_name != ""']
                      group_by: [pool_name]
                      group_wait: 0s
                      group_interval: 1s
                      repeat_interval: 1s
                receivers:
                  - name: nobody
                  - name: pulumiscale
                    webhook_configs:
                      - url: http://127.0.0.1:%d/webhook/alertmanager
                        http_config:
                          authorization:
                            type: Bearer
                            credentials_file: %s
                """.formatted(scalerPort, token(folder)));
        return begun(Daemon.start(
                program, folder, "--config.file=alertmanager.yml", "--storage.path=data", "--cluster.listen-address="));
    }

    /** A file with the token, as senders read it. */
    static Path token(Path folder) throws IOException {
        return Files.writeString(folder.resolve("token"), World.TOKEN + "\n");
    }

    private <T extends AutoCloseable> T begun(T one) {
        begun.push(one);
        return one;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (AutoCloseable one : begun) {
            one.close();
        }
    }
}
