package io.pulumiscale.http;

import io.pulumiscale.model.Grant;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody who listens to events. What it does not read in time waits here, up to a bound; then it is hung up on, and comes
 * again with the id of the last event that it has seen. A token that is no longer valid is noticed when it comes again.
 */
final class EventClient {
    private static final Logger LOG = LoggerFactory.getLogger(EventClient.class);
    private static final long MOST_UNREAD_BYTES = 1 << 20;
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    private final ServerSentEventConnection connection;
    private final Grant grant;
    private final Instant end;
    private final AtomicLong unread = new AtomicLong();

    EventClient(ServerSentEventConnection connection, Grant grant, Instant now) {
        this.connection = connection;
        this.grant = grant;
        this.end = now.plus(LIFE);
    }

    void greet() {
        connection.sendRetry(COME_AGAIN.toMillis());
        connection.setKeepAliveTime(HEARTBEAT.toMillis());
    }

    void send(Event event) {
        Optional<Object> data = event.seenBy(grant);
        if (data.isPresent() && connection.isOpen()) {
            send(event, Responder.json(data.get()).stripTrailing());
        }
    }

    private void send(Event event, String data) {
        long bytes = data.getBytes(StandardCharsets.UTF_8).length;
        long before = unread.getAndAdd(bytes);
        if (before > 0 && before + bytes > MOST_UNREAD_BYTES) {
            LOG.warn("a listener to events is too slow, and is hung up on with {} bytes unread", before);
            hangUp();
            return;
        }
        connection.send(data, event.name(), event.id().orElse(null), new Read(bytes));
    }

    /** Whether it is time to come again. */
    boolean isOver(Instant now) {
        return !now.isBefore(end);
    }

    /** After what is still to be sent. */
    void part() {
        connection.shutdown();
    }

    private void hangUp() {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("gone before: {}", e.getMessage());
        }
    }

    private final class Read implements ServerSentEventConnection.EventCallback {
        private final long bytes;

        private Read(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public void done(ServerSentEventConnection to, String data, String event, String id) {
            unread.addAndGet(-bytes);
        }

        @Override
        public void failed(ServerSentEventConnection to, String data, String event, String id, IOException e) {
            unread.addAndGet(-bytes);
        }
    }
}
