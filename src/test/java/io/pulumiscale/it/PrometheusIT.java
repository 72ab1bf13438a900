package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus that sends its alerts to the scaler itself. */
class PrometheusIT {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @RegisterExtension
    private final RealSenders senders = new RealSenders();

    @Test
    void aRuleScalesOutAndAnotherInOnceTheFirstIsResolved() throws IOException {
        World world = worlds.deployed(folder, Pools.QUEUE);
        ScalerProcess process = world.scalerProcess();
        Sender scaler = process.sender();
        Gauge queue = senders.gauge(5000);

        Daemon prometheus = senders.prometheus(folder, queue, """
                - path_prefix: /webhook/alertmanager
                  authorization:
                    credentials_file: %s
                  static_configs:
                    - targets: ["127.0.0.1:%d"]
                """.formatted(
                        RealSenders.token(folder), process.base().getPort()));
        Cloud.awaitSize(world, scaler, "workers", 4);
        queue.set(0);
        Cloud.awaitSize(world, scaler, "workers", 2);

        assertThat(world.person().history().findValuesAsText("message"))
                .contains("workers 2→4: QueueBacklog firing, +2", "workers 4→2: QueueIdle firing, -2");
        JsonNode unknown = Sender.read(scaler.get("/pools").body()).path("unknownPools");
        assertThat(unknown.findValuesAsText("pool")).containsExactlyInAnyOrder("wrokers", "null");
        assertThat(prometheus.metric("prometheus_notifications_errors_total"))
                .as(prometheus.written())
                .isZero();
    }
}
