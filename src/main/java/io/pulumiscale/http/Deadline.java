package io.pulumiscale.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Hangs up on a request that is not answered in full in time: a time-out between two bytes alone is one that a byte now and
 * then outlives. Nothing is answered, as a sender takes a broken connection for a matter of time and an error for the end
 * of it.
 */
final class Deadline implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Deadline.class);

    private static final AttachmentKey<XnioExecutor.Key> ALARM = AttachmentKey.create(XnioExecutor.Key.class);

    private final Duration patience;
    private final HttpHandler next;

    Deadline(Duration patience, HttpHandler next) {
        this.patience = patience;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        XnioExecutor.Key alarm =
                exchange.getIoThread().executeAfter(() -> hangUp(exchange), patience.toMillis(), TimeUnit.MILLISECONDS);
        exchange.putAttachment(ALARM, alarm);
        exchange.addExchangeCompleteListener((done, others) -> {
            alarm.remove();
            others.proceed();
        });
        next.handleRequest(exchange);
    }

    /** For an answer that is meant to go on. */
    static void lift(HttpServerExchange exchange) {
        Optional.ofNullable(exchange.getAttachment(ALARM)).ifPresent(XnioExecutor.Key::remove);
    }

    private void hangUp(HttpServerExchange exchange) {
        LOG.debug("{}: hung up after {}", FrontDoor.path(exchange), patience);
        IoUtils.safeClose(exchange.getConnection());
    }
}
