package io.pulumiscale.http;

import io.pulumiscale.model.Grant;
import io.undertow.server.HttpServerExchange;
import java.util.Optional;

/** Who may come in. */
final class Admission {
    private final TokenRing tokens;
    private final WrongTokens wrong;
    private final TrustedProxies proxies;
    private final Incidents incidents;

    Admission(TokenRing tokens, WrongTokens wrong, TrustedProxies proxies, Incidents incidents) {
        this.tokens = tokens;
        this.wrong = wrong;
        this.proxies = proxies;
        this.incidents = incidents;
    }

    /**
     * Who shows nothing is only asked to: SNS shows its password no sooner, and does so with every message.
     *
     * @throws Refusal nobody whom we know
     */
    Caller admit(HttpServerExchange exchange) {
        Credentials shown = Credentials.of(exchange);
        if (shown instanceof Credentials.Token token) {
            return known(token.value(), exchange);
        }
        if (shown instanceof Credentials.Several several) {
            several.values().forEach(value -> Caller.stranger(value).conceal(exchange));
            throw Refusal.badRequest("one token is wanted, and here are several: in headers, in the query, or in both");
        }
        throw Refusal.unauthorised();
    }

    private Caller known(String token, HttpServerExchange exchange) {
        Optional<Grant> grant = tokens.accepts(token);
        Caller caller = grant.map(it -> new Caller(it, token)).orElseGet(() -> Caller.stranger(token));
        caller.conceal(exchange);
        if (grant.isEmpty()) {
            incidents.wrongToken();
            throw wrong.refuse(proxies.source(exchange));
        }
        return caller;
    }
}
