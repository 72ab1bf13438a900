package io.pulumiscale.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;

/**
 * Lets a request in, finds its endpoint, and answers. Who has no token learns nothing but that: not which paths, methods
 * or pools there are.
 */
final class FrontDoor implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    private final List<Route> routes;
    private final TokenRing tokens;
    private final ErrorMapper errors;
    private final int maxBodyBytes;
    private final Incidents incidents;

    FrontDoor(List<Route> routes, TokenRing tokens, ErrorMapper errors, int maxBodyBytes, Incidents incidents) {
        this.routes = List.copyOf(routes);
        this.tokens = tokens;
        this.errors = errors;
        this.maxBodyBytes = maxBodyBytes;
        this.incidents = incidents;
    }

    /** On the I/O thread: whoever has no token, and sends a body slowly, holds no worker. */
    @Override
    public void handleRequest(HttpServerExchange exchange) {
        try {
            Visit visit = admit(exchange);
            exchange.dispatch(worker -> serve(visit, worker));
        } catch (RuntimeException e) {
            fail(exchange, e);
        }
    }

    private Visit admit(HttpServerExchange exchange) {
        List<String> path = Route.segments(exchange.getRequestPath());
        List<Route> here =
                routes.stream().filter(route -> route.match(path).isPresent()).toList();
        boolean open = !here.isEmpty() && here.stream().allMatch(Route::open);
        if (!open && !Credentials.of(exchange).map(tokens::accepts).orElse(false)) {
            incidents.notAdmitted();
            throw Refusal.unauthorised();
        }
        Route route = chosen(here, exchange.getRequestMethod().toString());
        Map<String, String> variables = route.match(path).orElseThrow();
        return new Visit(route.endpoint(), new Request(exchange, variables, maxBodyBytes));
    }

    private void serve(Visit visit, HttpServerExchange exchange) {
        exchange.startBlocking();
        try {
            Responder.send(exchange, visit.endpoint().handle(visit.request()));
        } catch (IOException e) {
            partWithoutAnswer(exchange, e);
        } catch (RuntimeException | Error e) {
            fail(exchange, e);
        }
    }

    /** Undertow takes its streams away under a reader whose caller hangs up; what breaks then is not our error. */
    private void fail(HttpServerExchange exchange, Throwable e) {
        if (exchange.isResponseStarted() || !exchange.getConnection().isOpen()) {
            partWithoutAnswer(exchange, e);
        } else {
            Responder.send(exchange, errors.answer(e, path(exchange)));
        }
    }

    /** Ended on the I/O thread, which may be ending it for its own reasons at this moment. */
    private static void partWithoutAnswer(HttpServerExchange exchange, Throwable e) {
        LOG.debug("{}: the caller is gone: {}", path(exchange), e.getMessage());
        IoUtils.safeClose(exchange.getConnection());
        exchange.dispatch(exchange.getIoThread(), exchange::endExchange);
    }

    private static Route chosen(List<Route> here, String method) {
        if (here.isEmpty()) {
            throw Refusal.unknownPath();
        }
        return here.stream()
                .filter(route -> route.takes(method))
                .findFirst()
                .orElseThrow(() -> Refusal.wrongMethod(here.stream()
                        .flatMap(route -> route.methods().stream())
                        .distinct()
                        .toList()));
    }

    /** As it was sent, without the query and without path parameters, where someone may put a token. */
    static String path(HttpServerExchange exchange) {
        return exchange.getRequestURI().split("[;?]", 2)[0];
    }

    private record Visit(Endpoint endpoint, Request request) {}
}
