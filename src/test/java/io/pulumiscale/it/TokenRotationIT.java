package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** `pulumi config set --secret pulumiscale:webhookToken` while the scaler runs. */
class TokenRotationIT {
    private static final String NEXT = "the next token, as long";

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void theNewTokenWorksWithoutARestartAndTheOldOneUntilTheGraceIsOver() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Sender old = world.scaler(Duration.ofSeconds(5));
        Sender next = old.with(NEXT);
        assertThat(next.get("/pools").statusCode()).isEqualTo(401);

        world.person().setToken(NEXT);

        await().atMost(World.PATIENCE).until(() -> next.get("/pools").statusCode() == 200);
        assertThat(old.get("/pools").statusCode()).isEqualTo(200);
        await().atMost(World.PATIENCE).until(() -> old.get("/pools").statusCode() == 401);
        assertThat(next.get("/pools").statusCode()).isEqualTo(200);
        next.scale("workers", "set", 3);
        Cloud.awaitSize(world, next, "workers", 3);
    }
}
