package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script plays the CLI. It says its process's number, and what it reads. */
class EngineLauncherTest {
    private static final Path SHELL = Path.of("/bin/sh");

    @TempDir
    private Path folder;

    private Path cli;

    @BeforeEach
    void write() throws IOException {
        cli = Files.writeString(folder.resolve("cli"), "#!/bin/sh\necho $$ \"$2\"\ncat\n");
        Files.setPosixFilePermissions(cli, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void whatUpdatesIsHeldBackAndIsThenTheSameProcess() throws Exception {
        Process process = EngineLauncher.by(SHELL).start(call("up", "two  words", "input"));

        assertThat(said(process, call("up", "two  words", "input").opening()))
                .isEqualTo("%d two  words%ninput", process.pid());
    }

    /** Regression: a scaler that was killed before it wrote its engine down left a lock that nobody could prove to be its. */
    @Test
    void anEngineThatNobodyLetsGoNeverBegins() throws Exception {
        Process process = EngineLauncher.by(SHELL).start(call("up", "", ""));

        assertThat(said(process, "")).isEmpty();
        assertThat(process.exitValue()).isNotZero();
    }

    @Test
    void whatOnlyReadsIsNotHeldBack() throws Exception {
        EngineCall reading = call("stack", "output", "input");
        Process process = EngineLauncher.by(SHELL).start(reading);

        assertThat(said(process, reading.opening())).isEqualTo("%d output%ninput", process.pid());
    }

    @Test
    void aMachineWithoutAShellStartsItAtOnce() throws Exception {
        Process process = EngineLauncher.by(folder.resolve("no-shell")).start(call("up", "--yes", ""));

        assertThat(said(process, "")).isEqualTo("%d --yes%n", process.pid());
    }

    private EngineCall call(String word, String argument, String input) {
        return new EngineCall(List.of(cli.toString(), word, argument), Map.of(), Optional.of(folder), input);
    }

    private static String said(Process process, String input) throws Exception {
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
