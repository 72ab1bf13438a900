package io.pulumiscale.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.sse.ServerSentEventHandler;
import io.undertow.util.Methods;
import java.util.Optional;

/** {@code GET /events}: what changes, as it changes, by Server-Sent Events. */
final class EventsEndpoint implements PromptEndpoint {
    private final EventFeed feed;

    EventsEndpoint(EventFeed feed) {
        this.feed = feed;
    }

    @Override
    public boolean lasts() {
        return true;
    }

    @Override
    public Answer answer(Request request) {
        request.takesNoQueryBut();
        Optional<Long> last = request.header("Last-Event-ID").map(EventsEndpoint::id);
        if (!feed.hasRoom()) {
            throw Refusal.notNow("too many listen to events already");
        }
        return Answer.stream(exchange -> begin(exchange, request, last));
    }

    private void begin(HttpServerExchange exchange, Request request, Optional<Long> last) {
        if (exchange.getRequestMethod().equals(Methods.HEAD)) {
            exchange.endExchange();
            return;
        }
        ServerSentEventHandler handler = new ServerSentEventHandler((connection, unused) -> {
            connection.addCloseTask(gone -> exchange.endExchange()); // or the server's end waits for it
            feed.join(connection, request.grant(), last);
        });
        try {
            handler.handleRequest(exchange);
        } catch (Exception e) {
            throw new IllegalStateException("a stream of events could not be begun", e);
        }
    }

    private static long id(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw Refusal.badRequest("Last-Event-ID is the id of an event of this stream");
        }
        return Long.parseLong(text);
    }
}
