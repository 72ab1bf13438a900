package io.pulumiscale.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an endpoint sees of a request that was let in. */
final class Request {
    private final HttpServerExchange exchange;
    private final Map<String, String> variables;
    private final int maxBodyBytes;

    Request(HttpServerExchange exchange, Map<String, String> variables, int maxBodyBytes) {
        this.exchange = exchange;
        this.variables = variables;
        this.maxBodyBytes = maxBodyBytes;
    }

    /** The part of the path that stands where the route has {@code {name}}. */
    String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** The names in the query. */
    Set<String> queryNames() {
        return exchange.getQueryParameters().keySet();
    }

    /** Whether the caller may see this pool. */
    boolean sees(String pool) {
        return true;
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

    /**
     * Reads the whole body.
     *
     * @throws Refusal it is longer than allowed, whether or not it said so beforehand
     * @throws IOException the caller went away, or was silent for too long
     */
    byte[] body() throws IOException {
        if (exchange.getRequestContentLength() > maxBodyBytes) {
            throw Refusal.tooLarge(maxBodyBytes);
        }
        try {
            return withinLimit(exchange.getInputStream().readNBytes(maxBodyBytes + 1));
        } catch (RequestTooBigException e) {
            throw Refusal.tooLarge(maxBodyBytes);
        }
    }

    private byte[] withinLimit(byte[] body) {
        if (body.length > maxBodyBytes) {
            throw Refusal.tooLarge(maxBodyBytes);
        }
        return body;
    }
}
