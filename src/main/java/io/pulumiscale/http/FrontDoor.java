package io.pulumiscale.http;

import io.pulumiscale.model.Grant;
import io.pulumiscale.model.Right;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
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
    private final Admission admission;
    private final Turnstile turnstile;
    private final BodyReader bodies;
    private final ErrorMapper errors;

    FrontDoor(List<Route> routes, Admission admission, Turnstile turnstile, BodyReader bodies, ErrorMapper errors) {
        this.routes = List.copyOf(routes);
        this.admission = admission;
        this.turnstile = turnstile;
        this.bodies = bodies;
        this.errors = errors;
    }

    /** On the I/O thread, as far as the body: whoever is slow, or has no token, holds no worker. */
    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        try {
            Visit visit = admit(exchange);
            if (visit.route().open() || visit.route().endpoint().lasts()) {
                serve(visit, exchange);
            } else {
                turnstile.pass(visit.request().grant(), exchange, room -> receive(visit, room));
            }
        } catch (RuntimeException e) {
            fail(exchange, e);
        }
    }

    private Visit admit(HttpServerExchange exchange) {
        List<String> path = Route.segments(exchange.getRequestPath());
        List<Route> here =
                routes.stream().filter(route -> route.match(path).isPresent()).toList();
        boolean open = !here.isEmpty() && here.stream().allMatch(Route::open);
        Caller caller = open ? Caller.anybody() : admission.admit(exchange);
        Route route = chosen(here, exchange.getRequestMethod().toString());
        route.right().ifPresent(right -> check(caller.grant(), right, route));
        Request request = Request.head(exchange, route.match(path).orElseThrow(), caller);
        route.endpoint().check(request);
        return new Visit(route, request);
    }

    private void check(Grant grant, Right right, Route route) {
        turnstile.checkPace(grant, route);
        if (!grant.allows(right)) {
            throw Refusal.forbidden("the right to %s is wanted, and token %s has only: %s"
                    .formatted(
                            right.key(),
                            grant.name(),
                            grant.rights().stream().map(Right::key).sorted().collect(Collectors.joining(", "))));
        }
    }

    private void receive(Visit visit, HttpServerExchange exchange) {
        if (!visit.route().hasBody()) {
            serve(visit, exchange);
            return;
        }
        bodies.read(exchange, new BodyReader.Reading() {
            @Override
            public void read(HttpServerExchange received, byte[] body) {
                serve(visit.with(body), received);
            }

            @Override
            public void failed(HttpServerExchange broken, Exception e) {
                fail(broken, e);
            }
        });
    }

    private void serve(Visit visit, HttpServerExchange exchange) {
        Executor thread = visit.route().endpoint().isBrief(visit.request())
                ? SameThreadExecutor.INSTANCE
                : exchange.getConnection().getWorker();
        exchange.dispatch(thread, () -> answer(visit, exchange));
    }

    private void answer(Visit visit, HttpServerExchange exchange) {
        CompletionStage<Runnable> end = begun(visit)
                .<Runnable>thenApply(answer -> () -> send(exchange, answer))
                .exceptionally(e -> () -> fail(exchange, cause(e)));
        end.thenAccept(it -> onItsThread(exchange, it));
    }

    private static CompletionStage<Answer> begun(Visit visit) {
        try {
            return visit.route().endpoint().handle(visit.request());
        } catch (IOException | RuntimeException | Error e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private static Throwable cause(Throwable e) {
        return e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    }

    private void send(HttpServerExchange exchange, Answer answer) {
        try {
            Responder.send(exchange, answer);
        } catch (RuntimeException | Error e) {
            fail(exchange, e);
        }
    }

    /** Another thread would be in the way of the one that reads the caller's next request. */
    private static void onItsThread(HttpServerExchange exchange, Runnable answer) {
        exchange.getIoThread().execute(answer);
    }

    /** Who is gone needs no answer, and that is no error of ours. */
    private void fail(HttpServerExchange exchange, Throwable e) {
        if (e instanceof IOException
                || exchange.isResponseStarted()
                || !exchange.getConnection().isOpen()) {
            partWithoutAnswer(exchange, e);
        } else {
            Responder.send(exchange, errors.answer(e, path(exchange)));
        }
    }

    /** Ended on the I/O thread, which may be ending it for its own reasons at this moment. */
    private static void partWithoutAnswer(HttpServerExchange exchange, Throwable e) {
        LOG.debug("{}: the caller is gone: {}", path(exchange), e.getMessage());
        IoUtils.safeClose(exchange.getConnection());
        if (!exchange.isComplete()) { // answered in full, as the server stops
            exchange.dispatch(exchange.getIoThread(), exchange::endExchange);
        }
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

    private record Visit(Route route, Request request) {
        Visit with(byte[] body) {
            return new Visit(route, request.with(body));
        }
    }
}
