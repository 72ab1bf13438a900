package io.pulumiscale.http;

import io.pulumiscale.model.Grant;
import io.undertow.server.HttpServerExchange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an endpoint sees of a request that was let in. The caller's own token is masked wherever else it stands. */
final class Request {
    private static final byte[] NO_BODY = {};

    private final HttpServerExchange exchange;
    private final Map<String, String> variables;
    private final Caller caller;
    private final byte[] body;

    private Request(HttpServerExchange exchange, Map<String, String> variables, Caller caller, byte[] body) {
        this.exchange = exchange;
        this.variables = variables;
        this.caller = caller;
        this.body = body;
    }

    /** Before its body is read. */
    static Request head(HttpServerExchange exchange, Map<String, String> variables, Caller caller) {
        return new Request(exchange, variables, caller, NO_BODY);
    }

    Request with(byte[] received) {
        return new Request(exchange, variables, caller, caller.mask(received));
    }

    Grant grant() {
        return caller.grant();
    }

    /** Who asks, where that is worth a word: the token that everybody has had from the start is not. */
    Optional<String> signature() {
        return Optional.of(caller.grant().name()).filter(name -> !name.equals(Grant.WEBHOOK_TOKEN));
    }

    /** The part of the path that stands where the route has {@code {name}}. */
    String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).map(caller::mask);
    }

    /** The names in the query. */
    Set<String> queryNames() {
        return exchange.getQueryParameters().keySet();
    }

    /**
     * What {@code ?name=} says.
     *
     * @throws Refusal it is there several times
     */
    Optional<String> query(String name) {
        Deque<String> values = exchange.getQueryParameters().getOrDefault(name, new ArrayDeque<>());
        if (values.size() > 1) {
            throw Refusal.badRequest("%s is wanted once".formatted(name));
        }
        return Optional.ofNullable(values.peekFirst());
    }

    /**
     * Whoever misspells a parameter would be answered as if it were not there.
     *
     * @throws Refusal another is there
     */
    void takesNoQueryBut(String... names) {
        List<String> known =
                Stream.concat(Stream.of(names), Stream.of(Credentials.QUERY)).toList();
        if (!known.containsAll(queryNames())) {
            throw Refusal.badRequest("this path takes no query but " + String.join(", ", known));
        }
    }

    /**
     * Whether {@code ?name=true} is there.
     *
     * @throws Refusal it is neither {@code true} nor {@code false}, or there several times
     */
    boolean flag(String name) {
        Deque<String> values = exchange.getQueryParameters().getOrDefault(name, new ArrayDeque<>(List.of("false")));
        String value = values.size() == 1 ? values.getFirst() : "";
        if (!value.equals("true") && !value.equals("false")) {
            throw Refusal.badRequest("%s is true or false".formatted(name));
        }
        return value.equals("true");
    }

    /** The whole body; nobody changes it. */
    byte[] body() {
        return body;
    }
}
