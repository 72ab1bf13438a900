package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code pulumi config set --secret --path pulumiscale:tokens…} while the scaler runs. */
class TokensIT {
    private static final String CI = "the token of the continuous integration";

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void aTokenIsHandedOutLessenedAndRevokedWithoutARestart() {
        World world = worlds.deployed(folder, Pools.WORKERS);
        Sender all = world.scaler();
        Sender ci = all.with(CI);
        assertThat(ci.get("/pools").statusCode()).isEqualTo(401);

        world.person().setToken("ci", CI, "workers", "read", "scale");

        await().atMost(World.PATIENCE).until(() -> ci.scale("mailers", "set", 4).statusCode() == 404);
        assertThat(ci.get("/pools").statusCode()).isEqualTo(200);
        assertThat(ci.pool("mailers").path("status").intValue()).isEqualTo(404);
        assertThat(ci.scale("workers", "set", 4).statusCode()).isEqualTo(202);
        Cloud.awaitSize(world, all, "workers", 4);
        assertThat(world.person().history().get(0).path("message").asText()).isEqualTo("workers 2→4: by hand (ci), =4");

        world.person()
                .pulumi("config", "rm", "--path", "pulumiscale:tokens.ci.rights[1]")
                .succeeded();
        await().atMost(World.PATIENCE).until(() -> ci.scale("workers", "set", 4).statusCode() == 403);
        assertThat(ci.get("/pools").statusCode()).isEqualTo(200);

        world.person().pulumi("config", "rm", "pulumiscale:tokens").succeeded();
        await().atMost(World.PATIENCE).until(() -> ci.get("/pools").statusCode() == 401);
        assertThat(all.get("/pools").statusCode()).isEqualTo(200);
    }
}
