package io.pulumiscale.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.charset.StandardCharsets;

/** Writes answers. */
final class Responder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Responder() {}

    static void send(HttpServerExchange exchange, Answer answer) {
        var headers = exchange.setStatusCode(answer.status()).getResponseHeaders();
        headers.put(Headers.CONTENT_TYPE, answer.contentType());
        headers.put(Headers.CACHE_CONTROL, "no-store");
        headers.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
        headers.put(new HttpString("Referrer-Policy"), "no-referrer"); // a token may stand in the query
        answer.headers().forEach((name, values) -> headers.putAll(new HttpString(name), values));
        exchange.getResponseSender().send(json(answer.body()), StandardCharsets.UTF_8);
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every answer can be written as JSON", e);
        }
    }
}
