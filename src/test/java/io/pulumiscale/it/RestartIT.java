package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulumiscale.local.Match;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A scaler that is killed, and the next one. */
class RestartIT {
    private static final String NEW_IMAGE = Pools.WORKERS.replace("mailers:1", "mailers:2");

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    /** It is killed while it waits for a person's lock, so that it leaves none of its own. */
    @Test
    void whatWasAcceptedBeforeTheKillIsAppliedOnceAfterIt() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        String alert = Payloads.alertmanager("workers", "delta", 3, 1);
        CompletableFuture<Person.Said> up;
        try (ScalerProcess first = world.scalerProcess()) {
            Sender sender = first.sender();
            world.configure(NEW_IMAGE);
            world.cloud().faults().slow(Match.name("mailers"), Duration.ofSeconds(12));
            up = world.person().upMeanwhile();
            await().atMost(World.PATIENCE).until(world::locked);
            assertThat(sender.json("/webhook/alertmanager", alert).statusCode()).isEqualTo(202);
            first.awaitWritten("try 2 of 10: waiting for the lock");
            first.killBetweenTries();
        }
        assertThat(up).as("the person still has the lock").isNotDone();

        Sender second = world.scaler();

        Cloud.awaitSize(world, second, "workers", 5);
        assertThat(up.join().code()).isZero();
        assertThat(Sender.read(second.json("/webhook/alertmanager", alert).body())
                        .path("duplicates"))
                .hasSize(1);
        assertThat(second.scale("workers", "delta", 1).statusCode()).isEqualTo(202);
        Cloud.awaitSize(world, second, "workers", 6);
        assertThat(world.person().history().findValuesAsText("message"))
                .filteredOn(message -> message.startsWith("workers"))
                .hasSize(2);
        assertThat(second.pool("workers").path("updates").findValuesAsText("status"))
                .containsExactly("SUCCEEDED", "SUCCEEDED");
    }
}
