package io.pulumiscale.http;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Listens to events as a browser does, on the wire. */
final class EventReader implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> response;
    private final CompletableFuture<Void> end;

    private EventReader(int port, UnaryOperator<HttpRequest.Builder> how) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/events"))
                .header("Authorization", "Bearer " + Door.TOKEN);
        try {
            response = client.send(how.apply(request).build(), HttpResponse.BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        end = CompletableFuture.runAsync(() -> response.body().forEach(lines::add));
    }

    /** Returns when it has heard how things are. */
    static EventReader to(Door door) {
        EventReader listener = new EventReader(door.port(), it -> it);
        listener.awaitEvent("snapshot");
        return listener;
    }

    /** The same of one that has been there before. */
    static EventReader again(Door door, String lastId) {
        EventReader listener = new EventReader(door.port(), it -> it.header("Last-Event-ID", lastId));
        listener.awaitEvent("snapshot");
        return listener;
    }

    int status() {
        return response.statusCode();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** What was heard, as far as it has come. */
    record Heard(String name, Optional<String> id, JsonNode data) {}

    List<Heard> heard() {
        String text = String.join("\n", lines);
        return Stream.of(text.split("\n\n", -1))
                .filter(block -> block.contains("event:") && block.contains("data:"))
                .map(EventReader::parsed)
                .toList();
    }

    List<String> lines() {
        return lines;
    }

    List<Heard> heard(String name) {
        return heard().stream().filter(it -> it.name().equals(name)).toList();
    }

    Heard awaitEvent(String name) {
        await().atMost(PATIENCE).until(() -> end.isDone() || !heard(name).isEmpty());
        return heard(name).stream().findFirst().orElseThrow(() -> new AssertionError(lines.toString()));
    }

    /** Until the server ends it. */
    void awaitEnd(Duration patience) {
        await().atMost(patience).until(end::isDone);
    }

    private static Heard parsed(String block) {
        try {
            return new Heard(
                    field(block, "event").orElseThrow(),
                    field(block, "id"),
                    JSON.readTree(field(block, "data").orElseThrow()));
        } catch (IOException e) {
            throw new AssertionError(block, e);
        }
    }

    private static Optional<String> field(String block, String name) {
        return block.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    /** Hangs up. */
    @Override
    public void close() {
        response.body().close();
    }
}
