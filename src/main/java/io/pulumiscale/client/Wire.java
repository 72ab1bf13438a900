package io.pulumiscale.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Requests and answers. It follows no redirection: the token would go to whoever is there. */
final class Wire {
    private final Address address;
    private final Failures failures;
    private final HttpClient client;

    Wire(Address address) {
        this.address = address;
        this.failures = new Failures(address);
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(address.patience());
        this.client = address.authority()
                .map(Trust::in)
                .map(builder::sslContext)
                .orElse(builder)
                .build();
    }

    <T> Answer<T> get(String path, Class<T> type) throws InterruptedException {
        return read("GET " + withoutQuery(path), request(path), type);
    }

    /** @param key empty: the same again is done again */
    <T> Answer<T> post(String path, Optional<Object> body, Optional<String> key, Class<T> type)
            throws InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(body.map(Json::write).map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
        key.ifPresent(it -> request.header("Idempotency-Key", it));
        return read("POST " + withoutQuery(path), request, type);
    }

    /** What goes on and on. */
    HttpResponse<InputStream> stream(String path) throws InterruptedException {
        HttpResponse<InputStream> response = send(request(path), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            close(response.body());
            throw failures.of("GET " + path, response, Optional.empty());
        }
        return response;
    }

    /** Ends a stream before its end. */
    static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.of(path))
                .timeout(address.patience())
                .header("Accept", "application/json, application/problem+json, text/event-stream")
                .header("Authorization", "Bearer " + address.token().value());
    }

    private <T> Answer<T> read(String call, HttpRequest.Builder request, Class<T> type) throws InterruptedException {
        HttpResponse<String> response = send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() / 100 != 2) {
            throw failures.of(call, response, Problem.in(response.body()));
        }
        try {
            JsonNode json = Json.parse(response.body());
            return new Answer<>(json, Json.read(json, type));
        } catch (JsonProcessingException e) {
            throw failures.strangeAnswer(call, e.getOriginalMessage());
        }
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) throws InterruptedException {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw failures.of(e);
        }
    }

    private static String withoutQuery(String path) {
        return path.replaceFirst("\\?.*", "");
    }
}
