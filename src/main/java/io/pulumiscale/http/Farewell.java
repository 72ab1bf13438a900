package io.pulumiscale.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/** Gives a refusal that the server makes by itself, as while it drains or is full, the form of every other error. */
final class Farewell implements HttpHandler {
    private final HttpHandler next;

    Farewell(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.addDefaultResponseListener(Farewell::explain);
        next.handleRequest(exchange);
    }

    /** Who cannot even wait. */
    static void turnAway(HttpServerExchange exchange) {
        Responder.send(
                exchange,
                Refusal.notNow("too many requests of this token are under way").answer(FrontDoor.path(exchange)));
    }

    private static boolean explain(HttpServerExchange exchange) {
        if (exchange.getStatusCode() != 503) {
            return false;
        }
        Responder.send(exchange, Refusal.notNow("the scaler is shutting down").answer(FrontDoor.path(exchange)));
        return true;
    }
}
