package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged scaler as a process of its own. */
public final class ScalerProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("listening on http://127\\.0\\.0\\.1:(\\d+)");

    private static final Duration OFTEN = Duration.ofMillis(10);

    private final Process process;
    private final Path log;
    private Instant readyAt = Instant.MAX;

    /** @param log where its output goes */
    ScalerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    ScalerProcess ready() {
        await().atMost(World.PATIENCE)
                .pollInterval(OFTEN)
                .until(() -> LISTENING.matcher(written()).find() || !process.isAlive());
        assertThat(process.isAlive()).as(written()).isTrue();
        await().atMost(World.PATIENCE)
                .pollInterval(OFTEN)
                .until(() -> sender().get("/readyz").statusCode() == 200);
        readyAt = Instant.now();
        return this;
    }

    /** When it was seen to be ready. */
    public Instant readyAt() {
        return readyAt;
    }

    public URI base() {
        Matcher listening = LISTENING.matcher(written());
        assertThat(listening.find()).as(written()).isTrue();
        return URI.create("http://127.0.0.1:" + listening.group(1));
    }

    public Sender sender() {
        return new Sender(base().getPort(), World.TOKEN);
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    void awaitWritten(String text) {
        await().atMost(World.PATIENCE).untilAsserted(() -> assertThat(written()).contains(text));
    }

    /** Everything that it wrote. */
    public String written() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends SIGTERM and waits until it has ended, and with it everything that it had started. */
    public void endsWithin(Duration patience) {
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

    /** As -9 does it, the scaler first; an engine that has the time to see it gone tidies up. */
    void killWithItsEngine() {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(handle()), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    /** At a moment when it has no engine running, as -9 does it. */
    void killBetweenTries() {
        await().atMost(World.PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> process.children().findAny().isEmpty());
        process.destroyForcibly().onExit().join();
    }

    /** The engines that it has running go on. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
