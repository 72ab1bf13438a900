package io.pulumiscale.http;

import io.pulumiscale.model.Grant;
import io.undertow.server.HttpServerExchange;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Who was let in, and with which token: what else a request says may say it again, and is written down. */
final class Caller {
    private static final String MASK = "***";
    private static final Grant NOTHING = new Grant("nobody", Set.of(), Optional.of(Set.of()));

    private final Grant grant;
    private final String token;

    Caller(Grant grant, String token) {
        this.grant = grant;
        this.token = token;
    }

    /** Whoever asks where no token is needed. */
    static Caller anybody() {
        return stranger("");
    }

    /** Who shows a token that is none. */
    static Caller stranger(String token) {
        return new Caller(NOTHING, token);
    }

    Grant grant() {
        return grant;
    }

    /** The text without the token. */
    String mask(String text) {
        return token.isEmpty() ? text : text.replace(token, MASK).replace(inPath(), MASK);
    }

    /** A token has no place in a path, and nobody who tells of one is to repeat it: we, the caller, Undertow. */
    void conceal(HttpServerExchange exchange) {
        exchange.setRequestURI(mask(exchange.getRequestURI()));
        exchange.setRequestPath(mask(exchange.getRequestPath()));
    }

    private String inPath() {
        return URLEncoder.encode(token, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The same of a body: a token is ASCII, so in Latin-1 it is found in any text. */
    byte[] mask(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return !token.isEmpty() && text.contains(token)
                ? text.replace(token, MASK).getBytes(StandardCharsets.ISO_8859_1)
                : body;
    }

    @Override
    public String toString() {
        return grant.name();
    }
}
