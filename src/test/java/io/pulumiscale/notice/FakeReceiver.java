package io.pulumiscale.notice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Takes what is posted to it, or answers as it is told to. */
public final class FakeReceiver implements AutoCloseable {
    private static final Reply TAKES = new Reply(204, Map.of());

    private final HttpServer server;
    private final Queue<Reply> next = new ConcurrentLinkedQueue<>();
    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final List<Posted> taken = new CopyOnWriteArrayList<>();
    private volatile Reply otherwise = TAKES;

    /** What came. */
    public record Posted(String path, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(it -> it.getKey().equalsIgnoreCase(name))
                    .findFirst()
                    .map(it -> it.getValue().get(0))
                    .orElse("");
        }

        public String id() {
            return header("webhook-id");
        }
    }

    private record Reply(int status, Map<String, String> headers) {}

    public FakeReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "receiver");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    public URI url() {
        return URI.create(
                "http://127.0.0.1:%d/hook/hunter2".formatted(server.getAddress().getPort()));
    }

    /** Whatever comes. */
    public void answers(int status) {
        otherwise = new Reply(status, Map.of());
    }

    /** What comes next. */
    void answersOnce(int status, Map<String, String> headers) {
        next.add(new Reply(status, headers));
    }

    public List<Posted> posted() {
        return List.copyOf(posted);
    }

    /** To which the answer was that it is taken. */
    public List<Posted> taken() {
        return List.copyOf(taken);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Posted it = new Posted(exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders()), body);
        Reply queued = next.poll();
        Reply reply = queued == null ? otherwise : queued;
        posted.add(it);
        if (reply.status() < 300) {
            taken.add(it);
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
