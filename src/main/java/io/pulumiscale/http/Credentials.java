package io.pulumiscale.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Deque;
import java.util.Optional;

/** Where a caller's token stands in a request: a bearer token, or else one in the query. */
final class Credentials {
    /** For senders that cannot set a header. */
    static final String QUERY = "token";

    private static final String BEARER = "Bearer ";

    private Credentials() {}

    static Optional<String> of(HttpServerExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION))
                .flatMap(Credentials::bearer)
                .or(() -> query(exchange));
    }

    private static Optional<String> bearer(String header) {
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static Optional<String> query(HttpServerExchange exchange) {
        return Optional.ofNullable(exchange.getQueryParameters().get(QUERY)).map(Deque::peekFirst);
    }
}
