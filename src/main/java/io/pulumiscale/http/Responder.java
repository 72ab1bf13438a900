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

    private static final HttpString REFERRER_POLICY = new HttpString("Referrer-Policy");

    private Responder() {}

    static void send(HttpServerExchange exchange, Answer answer) {
        var headers = exchange.setStatusCode(answer.status()).getResponseHeaders();
        headers.put(Headers.CONTENT_TYPE, answer.contentType());
        headers.put(Headers.CACHE_CONTROL, "no-store");
        headers.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
        headers.put(REFERRER_POLICY, "no-referrer"); // a token may stand in the query
        answer.headers().forEach((name, values) -> headers.putAll(new HttpString(name), values));
        if (answer.body() instanceof Answer.Stream stream) {
            Deadline.lift(exchange);
            stream.begin(exchange);
        } else {
            exchange.getResponseSender().send(text(answer.body()), StandardCharsets.UTF_8);
        }
    }

    private static String text(Object body) {
        return body instanceof Answer.Text text ? text.text() : json(body);
    }

    /** As every body that is JSON is written. */
    static String json(Object body) {
        try {
            return JSON.writeValueAsString(body) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every answer can be written as JSON", e);
        }
    }
}
