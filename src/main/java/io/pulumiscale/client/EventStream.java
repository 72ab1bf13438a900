package io.pulumiscale.client;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Events as they come, read by a thread of their own. */
final class EventStream implements AutoCloseable {
    private final HttpResponse<Stream<String>> response;
    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
    private final Thread reader;

    private EventStream(HttpResponse<Stream<String>> response) {
        this.response = response;
        this.reader = new Thread(this::read, "events");
        reader.setDaemon(true);
    }

    static EventStream of(HttpResponse<Stream<String>> response) {
        EventStream stream = new EventStream(response);
        stream.reader.start();
        return stream;
    }

    private void read() {
        EventParser parser = new EventParser();
        try {
            response.body().forEach(line -> parser.take(line).ifPresent(heard::add));
        } catch (UncheckedIOException e) {
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

    @Override
    public void close() {
        response.body().close();
    }
}
