package io.pulumiscale.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a caller's token stands in a request: a bearer token, the password of anyone, or in the query. */
final class Credentials {
    /** For senders that cannot set a header. */
    static final String QUERY = "token";

    private static final String BEARER = "Bearer";
    private static final String BASIC = "Basic";
    private static final String WEBHOOKS = "/webhook/";

    private Credentials() {}

    /** All that may be the token. */
    static List<String> of(HttpServerExchange exchange) {
        Optional<String> header =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION));
        return Stream.of(
                        header.flatMap(text -> after(BEARER, text)),
                        header.flatMap(text -> after(BASIC, text)).flatMap(Credentials::password),
                        query(exchange))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Amazon SNS sends what is in the user info of an endpoint only to whom asks for exactly that. */
    static String challenge(String path) {
        return "%s realm=\"pulumiscale\"".formatted(path.startsWith(WEBHOOKS) ? BASIC : BEARER);
    }

    private static Optional<String> after(String scheme, String header) {
        return header.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1)
                ? Optional.of(header.substring(scheme.length()).strip())
                : Optional.empty();
    }

    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return Optional.of(pair.indexOf(':')).filter(colon -> colon >= 0).map(colon -> pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // what is not encoded is no password
        }
    }

    private static Optional<String> query(HttpServerExchange exchange) {
        return Optional.ofNullable(exchange.getQueryParameters().get(QUERY)).map(Deque::peekFirst);
    }
}
