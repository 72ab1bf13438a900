package io.pulumiscale.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Events as they come, read by a thread of their own. */
final class EventStream implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
    private final Thread reader;

    private EventStream(HttpResponse<InputStream> response) {
        this.response = response;
        this.reader = new Thread(this::read, "events");
        reader.setDaemon(true);
    }

    static EventStream of(HttpResponse<InputStream> response) {
        EventStream stream = new EventStream(response);
        stream.reader.start();
        return stream;
    }

    private void read() {
        EventParser parser = new EventParser();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> parser.take(line).ifPresent(heard::add));
        } catch (IOException | UncheckedIOException e) {
            return; // it has ended, which is all that anybody asks
        }
    }

    /** Waits so long for the next one. */
    Optional<Event> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Whether nothing more will come. */
    boolean isOver() {
        return !reader.isAlive() && heard.isEmpty();
    }

    /** The reader's own stream would wait for its next line. */
    @Override
    public void close() {
        Wire.close(response.body());
    }
}
