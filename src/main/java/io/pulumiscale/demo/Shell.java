package io.pulumiscale.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs commands as a person would, in one folder with one environment. */
final class Shell {
    private final Path folder;
    private final Map<String, String> environment;
    private final Path logs;

    Shell(Path folder, Map<String, String> environment, Path logs) {
        this.folder = folder;
        this.environment = environment;
        this.logs = logs;
    }

    /**
     * @return what it printed
     * @throws DemoFailed if it did not end with 0
     */
    String run(List<String> command) {
        return run(command, "");
    }

    /** The same with something on its standard input. */
    String run(List<String> command, String input) {
        Path log = logs.resolve("command.log");
        try {
            Process process = builder(command, log).start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            int code = process.waitFor();
            String output = Files.readString(log);
            if (code != 0) {
                throw new DemoFailed("`%s` ended with %d:%n%s".formatted(String.join(" ", command), code, output));
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted");
        }
    }

    /** Starts it and leaves it running. */
    Process start(List<String> command, Path log) {
        try {
            return builder(command, log).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder builder(List<String> command, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder;
    }
}
