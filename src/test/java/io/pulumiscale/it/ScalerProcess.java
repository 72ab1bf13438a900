package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged scaler as a process of its own. */
final class ScalerProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("listening on http://127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final Path log;

    private ScalerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ScalerProcess start(List<String> command, Path folder, Map<String, String> environment, Path log) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return new ScalerProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ScalerProcess ready() {
        await().atMost(World.PATIENCE).until(() -> LISTENING.matcher(written()).find() || !process.isAlive());
        assertThat(process.isAlive()).as(written()).isTrue();
        await().atMost(World.PATIENCE).until(() -> sender().get("/readyz").statusCode() == 200);
        return this;
    }

    Sender sender() {
        Matcher listening = LISTENING.matcher(written());
        assertThat(listening.find()).as(written()).isTrue();
        return new Sender(Integer.parseInt(listening.group(1)), World.TOKEN);
    }

    /** Everything that it wrote. */
    String written() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends SIGTERM and waits until it has ended, and with it everything that it had started. */
    void endsWithin(Duration patience) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            assertThat(process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS))
                    .as("ended within %s:%n%s", patience, written())
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        assertThat(children).as(written()).noneMatch(ProcessHandle::isAlive);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
