package io.pulumiscale.update;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one of the CLI's streams as it comes, line by line. */
final class Lines {
    /** The rest of what was written before the end is there at once, but a left-over plugin may keep the stream open. */
    private static final Duration PATIENCE_AFTER_THE_END = Duration.ofSeconds(5);

    private final StringBuilder text = new StringBuilder();
    private final @Nullable Consumer<String> listener;
    private final Thread reader;

    Lines(InputStream stream, @Nullable Consumer<String> listener) {
        this.listener = listener;
        this.reader = new Thread(() -> read(stream), "engine-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** All of it, once the process has ended. */
    String atTheEnd() throws InterruptedException {
        reader.join(PATIENCE_AFTER_THE_END.toMillis());
        return soFar();
    }

    private void read(InputStream stream) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
            }
        } catch (IOException e) {
            append("(unreadable: %s)".formatted(e.getMessage())); // the process was killed
        }
    }

    private void keep(String line) {
        append(line);
        if (listener != null) {
            listener.accept(line);
        }
    }

    private synchronized void append(String line) {
        text.append(line).append(System.lineSeparator());
    }

    private synchronized String soFar() {
        return text.toString();
    }
}
