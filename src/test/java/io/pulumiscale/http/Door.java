package io.pulumiscale.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulumiscale.SteppedClock;
import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Grant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The real server on a free port, with a fake scaler behind it, and a client that has a token. */
final class Door implements AutoCloseable {
    static final String TOKEN = "s3cret-t0ken-of-the-test";

    private static final Duration AS_EVER = Duration.ofSeconds(1);

    final FakeScaler scaler = new FakeScaler();
    final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-20T09:32:00Z"));
    final TokenRing tokens = ring(clock);
    final EventFeed events;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScalerServer server;

    private static TokenRing ring(SteppedClock clock) {
        return new TokenRing(List.of(new AccessToken(TOKEN, Grant.unlimited())), TokenRing.GRACE, clock);
    }

    Door() {
        this(HttpSettings.on("127.0.0.1", 0));
    }

    Door(HttpSettings settings) {
        this(settings, Door::unobserved);
    }

    /** One that looks at the journal all the time, whether or not it is told to. */
    static Door watchful() {
        return new Door(HttpSettings.on("127.0.0.1", 0), Door::unobserved, Duration.ofMillis(10));
    }

    /** @param observation made with the feed that this door has */
    Door(Function<EventFeed, Observation> observation) {
        this(HttpSettings.on("127.0.0.1", 0), observation);
    }

    private Door(HttpSettings settings, Function<EventFeed, Observation> observation) {
        this(settings, observation, AS_EVER);
    }

    private Door(HttpSettings settings, Function<EventFeed, Observation> observation, Duration look) {
        events = new EventFeed(
                scaler, () -> scaler.subscription.warning().stream().toList(), clock, look);
        server = ScalerServer.start(
                settings, scaler.backend(clock, observation.apply(events)), tokens, clock, new SplittableRandom(1));
    }

    private static Observation unobserved(EventFeed events) {
        return new Observation(events, Exposition.none(), false, Incidents.none());
    }

    int port() {
        return server.port();
    }

    HttpResponse<String> get(String path) {
        return send(path, it -> it.GET());
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(path, it -> it.header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> how) {
        return sendBare(path, it -> how.apply(it.header("Authorization", "Bearer " + TOKEN)));
    }

    /** Without a token. */
    HttpResponse<String> sendBare(String path, UnaryOperator<HttpRequest.Builder> how) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20));
        try {
            HttpResponse<String> response =
                    client.send(how.apply(request).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            OpenApi.own().check(response);
            return response;
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(response.body(), e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
