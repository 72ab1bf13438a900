package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two scalers of one stack on one PostgreSQL journal. */
class TwoScalersIT {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void bothTakeInOneDecidesAndTheOtherTakesOverFromADeadOne() throws IOException {
        World world = worlds.deployed(folder, Pools.WORKERS);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            String journal = "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(server.getPort());
            try (ScalerProcess first = world.scalerProcess("--journal", journal)) {
                first.awaitWritten("who decides: this scaler");
                try (ScalerProcess second = world.scalerProcess("--journal", journal)) {
                    assertThat(second.sender().scale("workers", "delta", 1).statusCode())
                            .isEqualTo(202);
                    Cloud.awaitSize(world, second.sender(), "workers", 3);
                    assertThat(second.written()).doesNotContain("update 1");

                    first.kill();
                    long killed = System.nanoTime();
                    assertThat(second.sender().scale("workers", "delta", 2).statusCode())
                            .isEqualTo(202);
                    second.awaitWritten("who decides: this scaler");
                    System.out.printf(
                            "taken over %d ms after the kill%n",
                            Duration.ofNanos(System.nanoTime() - killed).toMillis());
                    Cloud.awaitSize(world, second.sender(), "workers", 5);
                    await().untilAsserted(() -> assertThat(second.sender()
                                    .pool("workers")
                                    .path("updates")
                                    .findValuesAsText("status"))
                            .containsExactly("SUCCEEDED", "SUCCEEDED"));
                }
            }
        }
    }
}
