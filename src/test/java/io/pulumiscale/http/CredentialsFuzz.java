package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.charset.StandardCharsets;

/** Tokens, wherever a caller may put them: lines of an Authorization header, and after an empty line of the query. */
public final class CredentialsFuzz {
    /** More headers no server may be told to take. */
    private static final int MOST = 127;

    private CredentialsFuzz() {}

    /** Called by {@code bench/fuzz} and, with what is kept, by every build. */
    public static void fuzzerTestOneInput(byte[] input) {
        String[] parts = new String(input, StandardCharsets.ISO_8859_1).split("\n\n", 2);
        HttpServerExchange exchange = new HttpServerExchange(null);
        parts[0].lines()
                .limit(MOST)
                .forEach(line -> exchange.getRequestHeaders().add(Headers.AUTHORIZATION, line));
        if (parts.length == 2) {
            parts[1].lines().forEach(line -> exchange.addQueryParam(Credentials.QUERY, line));
        }
        assertThat(Credentials.of(exchange)).isNotNull();
    }
}
