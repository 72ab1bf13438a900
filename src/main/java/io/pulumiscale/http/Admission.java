package io.pulumiscale.http;

import io.pulumiscale.model.Grant;
import io.undertow.server.HttpServerExchange;
import java.util.Optional;

/** Who may come in. */
final class Admission {
    private final TokenRing tokens;
    private final WrongTokens wrong;
    private final TrustedProxies proxies;

    Admission(TokenRing tokens, WrongTokens wrong, TrustedProxies proxies) {
        this.tokens = tokens;
        this.wrong = wrong;
        this.proxies = proxies;
    }

    /**
     * Who shows nothing is only asked to: SNS shows its password no sooner, and does so with every message.
     *
     * @throws Refusal nobody whom we know
     */
    Caller admit(HttpServerExchange exchange) {
        Credentials shown = Credentials.of(exchange);
        if (shown instanceof Credentials.Token token) {
            Optional<Grant> grant = tokens.accepts(token.value());
            return new Caller(grant.orElseThrow(() -> wrong.refuse(proxies.source(exchange))), token.value());
        }
        throw shown instanceof Credentials.Several
                ? Refusal.badRequest("one token is wanted, and here are several: in headers, in the query, or in both")
                : Refusal.unauthorised();
    }
}
