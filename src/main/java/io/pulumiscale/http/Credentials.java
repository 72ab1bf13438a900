package io.pulumiscale.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a caller shows at the door: a bearer token, the password of HTTP Basic, or, for senders that can do nothing else,
 * a token in the query. One is enough: which of two would count is nothing to guess about (RFC 6750, section 2).
 */
sealed interface Credentials {
    /** For senders that cannot set a header. */
    String QUERY = "token";

    static Credentials of(HttpServerExchange exchange) {
        List<String> shown = shown(exchange).toList();
        return switch (shown.size()) {
            case 0 -> new None();
            case 1 -> new Token(shown.get(0));
            default -> new Several(shown);
        };
    }

    /** Nothing was shown. */
    record None() implements Credentials {}

    /** One, and it is in no text of this. It is blank where it could not be understood. */
    record Token(String value) implements Credentials {
        @Override
        public String toString() {
            return "Token";
        }
    }

    /** More than one; they are in no text of this either. */
    record Several(List<String> values) implements Credentials {
        @Override
        public String toString() {
            return "Several";
        }
    }

    private static Stream<String> shown(HttpServerExchange exchange) {
        return Stream.concat(
                headers(exchange).map(Credentials::token),
                Optional.ofNullable(exchange.getQueryParameters().get(QUERY)).stream()
                        .flatMap(Deque::stream));
    }

    private static Stream<String> headers(HttpServerExchange exchange) {
        HeaderValues headers = exchange.getRequestHeaders().get(Headers.AUTHORIZATION);
        return headers == null ? Stream.empty() : headers.stream();
    }

    private static String token(String header) {
        String[] parts = header.strip().split(" ", 2);
        String rest = parts.length < 2 ? "" : parts[1].strip();
        if (parts[0].equalsIgnoreCase("Bearer")) {
            return rest;
        }
        return parts[0].equalsIgnoreCase("Basic") ? password(rest) : "";
    }

    /** Whoever it is: the user's name may be anything, a password may have colons. */
    private static String password(String encoded) {
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return colon < 0 ? "" : decoded.substring(colon + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
