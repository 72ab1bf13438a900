package io.pulumiscale.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs commands as a person would, in one folder with one environment. */
final class Shell {
    private static final Duration GRACE = Duration.ofSeconds(30);

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
            int code = ended(process, input);
            String output = Files.readString(log);
            if (code != 0) {
                throw new DemoFailed("`%s` ended with %d:%n%s".formatted(String.join(" ", command), code, output));
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int ended(Process process, String input) throws IOException {
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            end(process);
            throw DemoFailed.interrupted();
        }
    }

    /** Asks it to end, waits for it for a while, then ends it and what it has started. */
    static void end(Process process) {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                family.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            family.forEach(ProcessHandle::destroyForcibly);
        }
        family.forEach(each -> each.onExit().join());
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
