package io.pulumiscale.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scaler, as a process of its own. */
final class ScalerProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("listening on (http://\\S+)");

    private final Process process;
    private final Path log;
    private final Clock clock;

    ScalerProcess(Shell shell, List<String> command, Path log, Clock clock) {
        this.process = shell.start(command, log);
        this.log = log;
        this.clock = clock;
    }

    /**
     * Waits until it is ready.
     *
     * @throws DemoFailed if it ends, or takes too long
     */
    ScalerClient client(String token, Duration patience) {
        Waiting waiting = new Waiting(clock, patience);
        waiting.until(() -> ended() || address().isPresent(), () -> "the scaler does not listen:\n" + written());
        URI address = address().orElseThrow(() -> new DemoFailed("the scaler ended:\n" + written()));
        ScalerClient client = new ScalerClient(address, token);
        waiting.until(client::ready, () -> "the scaler is not ready:\n" + written());
        return client;
    }

    Optional<URI> address() {
        Matcher listening = LISTENING.matcher(written());
        return listening.find() ? Optional.of(URI.create(listening.group(1))) : Optional.empty();
    }

    String written() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end; it finishes the update that it is at. */
    @Override
    public void close() {
        Shell.end(process);
    }

    private boolean ended() {
        return !process.isAlive();
    }
}
