package io.pulumiscale.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Whoever talks to the scaler over HTTP. */
public final class Sender {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final String token;

    Sender(int port, String token) {
        this(URI.create("http://127.0.0.1:" + port), token);
    }

    private Sender(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    Sender with(String otherToken) {
        return new Sender(base, otherToken);
    }

    HttpResponse<String> scale(String pool, String action, int value) {
        return json("/scale/" + pool, "{\"action\":\"%s\",\"value\":%d}".formatted(action, value));
    }

    public HttpResponse<String> json(String path, String body) {
        return post(path, "application/json", body);
    }

    /** The same, for whoever may have to say it twice. */
    public HttpResponse<String> json(String path, String body, String idempotencyKey) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> sns(String message) {
        return post("/webhook/cloudwatch", "text/plain; charset=UTF-8", message);
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    EventStream events() {
        try {
            return new EventStream(client.send(request("/events").build(), BodyHandlers.ofLines()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode pool(String name) {
        return read(get("/pools/" + name).body());
    }

    int currentSize(String pool) {
        return pool(pool).path("currentSize").asInt(-1);
    }

    /** The latest update of the pool. */
    JsonNode lastUpdate(String pool) {
        return pool(pool).path("updates").path(0);
    }

    public static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(body, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
