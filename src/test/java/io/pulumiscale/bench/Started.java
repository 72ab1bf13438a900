package io.pulumiscale.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of the benchmark; it ends with it, and so does all that it has started. */
final class Started implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final Path log;

    private Started(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param input for its standard input */
    static Started of(Path folder, Map<String, String> environment, String input, List<String> command) {
        try {
            Path log = Files.createTempFile("bench-", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            return new Started(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first group of the first match in what it writes. */
    String awaitWritten(Pattern pattern) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> pattern.matcher(written()).find() || !process.isAlive());
        Matcher matcher = pattern.matcher(written());
        if (!matcher.find()) {
            throw new IllegalStateException("it ended:\n" + written());
        }
        return matcher.group(1);
    }

    /** Waits for its end. */
    String output() {
        int code = process.onExit().join().exitValue();
        if (code != 0) {
            throw new IllegalStateException("it ended with %d:%n%s".formatted(code, written()));
        }
        return written();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    String written() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
