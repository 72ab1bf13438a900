package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a start waits for is the engine above all: each call of it that is saved is a fifth of a second. */
class StartUpIT {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void theEngineIsCalledThreeTimesUntilTheScalerIsReady() throws IOException {
        World world = worlds.deployed(folder.resolve("world"), Pools.WORKERS);
        Path calls = listening(world);

        world.scalerProcess();

        List<String> called = Files.readAllLines(calls).stream()
                .map(call -> call.replaceFirst(" --.*", ""))
                .toList();
        assertThat(called).startsWith("version", "config", "stack output").doesNotContain("stack select");
    }

    /** Regression: without a stack selected, or with another, the update was of none, or of that one. */
    @Test
    void whatAPersonHasSelectedMakesNoDifferenceAndStays() {
        World world = worlds.deployed(folder.resolve("world"), Pools.WORKERS);
        world.person().pulumi("stack", "init", "another", "--non-interactive").succeeded();
        assertThat(selected(world)).isEqualTo("another");

        Sender scaler = world.scalerProcess().sender();
        scaler.scale("workers", "set", 4);
        Cloud.awaitSize(world, scaler, "workers", 4);

        assertThat(selected(world)).isEqualTo("another");
    }

    private static String selected(World world) {
        return world.person()
                .pulumi("stack", "--show-name", "--non-interactive")
                .succeeded()
                .output()
                .strip();
    }

    /** @return the file that has a line for each call of the engine from now on */
    private Path listening(World world) throws IOException {
        Path calls = folder.resolve("calls");
        Path cli = Files.createDirectories(folder.resolve("bin")).resolve("pulumi");
        Files.writeString(cli, """
                #!/bin/sh
                echo "$*" >>'%s'
                exec '%s' "$@"
                """.formatted(calls, pulumi()));
        Files.setPosixFilePermissions(cli, PosixFilePermissions.fromString("rwx------"));
        world.environment("PATH", "%s:%s".formatted(cli.getParent(), System.getenv("PATH")));
        return calls;
    }

    private static Path pulumi() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(place -> Path.of(place, "pulumi"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
