package io.pulumiscale.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Talks to the scaler over HTTP, as any sender. */
final class ScalerClient {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final String token;

    ScalerClient(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** @throws DemoFailed if it is not taken in */
    void post(String path, String contentType, String body) {
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() != 202 || !answer.body().contains("\"intent\"")) {
            throw new DemoFailed("POST %s was answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
    }

    boolean ready() {
        try {
            return client.send(request("/readyz").GET().build(), BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false; // it does not listen yet
        } catch (InterruptedException e) {
            throw DemoFailed.interrupted();
        }
    }

    /** As the scaler sees it; -1 while it does not know. */
    int currentSize(String pool) {
        return get("/pools/" + pool).path("currentSize").asInt(-1);
    }

    private JsonNode get(String path) {
        try {
            return JSON.readTree(send(request(path).GET().build()).body());
        } catch (IOException e) {
            throw new DemoFailed("GET %s: %s".formatted(path, e.getMessage()));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new DemoFailed("the scaler does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            throw DemoFailed.interrupted();
        }
    }
}
