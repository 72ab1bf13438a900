package io.pulumiscale.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private HttpServer server;

    /** It tells one event, and then nothing more. */
    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/events", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("event: pool\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** It once waited for the server's next line, which comes after ten seconds. */
    @Test
    void closingDoesNotWaitForTheNextLine() throws Exception {
        EventStream stream = EventStream.of(response());
        assertThat(stream.next(PATIENCE))
                .hasValueSatisfying(event -> assertThat(event.name()).isEqualTo("pool"));
        assertThat(CompletableFuture.runAsync(stream::close)).succeedsWithin(PATIENCE);
    }

    private HttpResponse<InputStream> response() throws Exception {
        URI address = URI.create(
                "http://127.0.0.1:%d/events".formatted(server.getAddress().getPort()));
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream());
    }
}
