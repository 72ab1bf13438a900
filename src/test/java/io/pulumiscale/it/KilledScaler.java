package io.pulumiscale.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scaler as a process of its own, from the jar, that can be killed at once. */
final class KilledScaler implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("listening on http://127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final Path log;

    private KilledScaler(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static KilledScaler start(World world) throws IOException {
        Path log = Files.createTempFile("scaler", ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        World.java().toString(),
                        "-jar",
                        World.jar().toString(),
                        "serve",
                        "-s",
                        World.STACK,
                        "--port",
                        "0"))
                .directory(world.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(world.environment());
        return new KilledScaler(builder.start(), log);
    }

    Sender ready() {
        await().atMost(World.PATIENCE).until(() -> LISTENING.matcher(written()).find());
        Matcher listening = LISTENING.matcher(written());
        if (!listening.find()) {
            throw new AssertionError(written());
        }
        Sender sender = new Sender(Integer.parseInt(listening.group(1)), World.TOKEN);
        await().atMost(World.PATIENCE).until(() -> sender.get("/readyz").statusCode() == 200);
        return sender;
    }

    void awaitWritten(String text) {
        await().atMost(World.PATIENCE).until(() -> written().contains(text));
    }

    /** At a moment when it has no engine running, as -9 does it. */
    void killBetweenTries() {
        await().atMost(World.PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> process.children().findAny().isEmpty());
        process.destroyForcibly().onExit().join();
    }

    private String written() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.delete(log);
    }
}
