package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What comes in wrong changes nothing on the real stack. */
class HostileCallerIT {
    private static final String ALERTS = "/webhook/alertmanager";

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void nothingThatIsRefusedScales() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Sender scaler = world.scaler();
        String good = Payloads.alertmanager("workers", "delta", 5, 1);
        int operations = world.cloud().operations().size();

        assertThat(scaler.with("guessed").json(ALERTS, good).statusCode()).isEqualTo(401);
        assertThat(scaler.json(ALERTS, "").statusCode()).isEqualTo(400);
        assertThat(scaler.json(ALERTS, "not json").statusCode()).isEqualTo(400);
        assertThat(scaler.json(ALERTS, good.substring(0, 60)).statusCode()).isEqualTo(400);
        assertThat(scaler.post(ALERTS, "text/plain", good).statusCode()).isEqualTo(415);
        assertThat(scaler.json(ALERTS, good + " ".repeat(5 << 20)).statusCode()).isEqualTo(413);
        assertThat(scaler.scale("nobody", "set", 3).statusCode()).isEqualTo(404);
        assertThat(scaler.json("/scale/workers", "{\"action\":\"set\",\"value\":-1}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(scaler.get("/scale/workers").statusCode()).isEqualTo(405);

        assertThat(scaler.pool("workers").path("updates")).isEmpty();
        assertThat(world.cloud().operations()).hasSize(operations);
    }
}
