package io.pulumiscale.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Server-Sent Events as they come. */
final class EventStream implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> response;

    EventStream(HttpResponse<Stream<String>> response) {
        this.response = response;
        var unused = CompletableFuture.runAsync(() -> response.body().forEach(lines::add));
    }

    /** The first of this name. */
    JsonNode await(String name) {
        Awaitility.await().atMost(World.PATIENCE).until(() -> !data(name).isEmpty());
        return data(name).get(0);
    }

    /** Of all of this name that have come. */
    List<JsonNode> data(String name) {
        return Stream.of(String.join("\n", lines).split("\n\n", -1))
                .filter(block -> block.lines().anyMatch(("event:" + name)::equals))
                .flatMap(block -> block.lines().filter(line -> line.startsWith("data:")))
                .map(line -> Sender.read(line.substring("data:".length())))
                .toList();
    }

    @Override
    public void close() {
        response.body().close();
    }
}
