package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, as a person runs it. */
class CommandsIT {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void theDemoShowsEveryPoolAtItsSizeAndLeavesNothingBehind() {
        World world = worlds.configured(folder, Pools.WORKERS);

        Person.Said demo = world.pulumiscale("demo");

        assertThat(demo.output())
                .contains("web 3→5", "workers 4→10", "18 unchanged", "batch 4→1")
                .contains("Every pool is at the size it should have");
        assertThat(demo.code()).isZero();
        assertThat(world.temporary()).isEmptyDirectory();
    }

    /** Regression: its folder was deleted under processes that still wrote into it, and stayed. */
    @Test
    void aDemoThatIsInterruptedLeavesNothingBehind() {
        World world = worlds.configured(folder, Pools.WORKERS);
        Path log = folder.resolve("demo.log");

        Process demo = world.begin(log, "demo");
        await().atMost(World.PATIENCE).until(() -> Files.readString(log).contains("Load comes"));
        demo.destroy();

        await().atMost(World.PATIENCE).until(() -> !demo.isAlive());
        assertThat(world.temporary()).isEmptyDirectory();
        assertThat(log).content().contains("pulumiscale: interrupted");
    }

    @Test
    void localRunsACommandAgainstTheCloudThatAnotherProcessRuns() {
        World world = worlds.configured(folder, Pools.WORKERS);

        Person.Said up = world.pulumiscale(
                "local",
                "--state",
                folder.resolve("local").toString(),
                "--",
                "pulumi",
                "up",
                "--yes",
                "--skip-preview",
                "--non-interactive");

        assertThat(up.code()).as(up.output()).isZero();
        assertThat(Cloud.size(world, "workers")).isEqualTo(2);
    }

    @Test
    void localGivesTheCommandsOwnExitCode() {
        World world = worlds.configured(folder, Pools.WORKERS);

        assertThat(world.pulumiscale("local", "--state", folder.resolve("other").toString(), "--", "sh", "-c", "exit 7")
                        .code())
                .isEqualTo(7);
        assertThat(Files.exists(folder.resolve("other/providers"))).isFalse();
    }
}
