package io.pulumiscale.it;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The metric {@code queue_length}, on loopback, as a program exposes it to be scraped. */
final class Gauge implements AutoCloseable {
    private final HttpServer server;
    private volatile int value;

    Gauge(int value) throws IOException {
        this.value = value;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write("# TYPE queue_length gauge\nqueue_length %d\n"
                        .formatted(this.value)
                        .getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void set(int changed) {
        value = changed;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
