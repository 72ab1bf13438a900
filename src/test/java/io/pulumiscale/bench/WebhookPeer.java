package io.pulumiscale.bench;

import io.pulumiscale.it.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What one would write in an afternoon: Debian's {@code webhook} and a script that sets the size in the configuration and
 * runs {@code pulumi up}. The lower bound is what lifts the size.
 */
final class WebhookPeer implements AutoCloseable {
    private static final String SCRIPT = """
            #!/bin/sh
            # $1 pool, $2 size
            cd '%s' || exit 1
            pulumi config set -s dev --path "pulumiscale:pools.$1.min" "$2" --non-interactive &&
              pulumi up -s dev %s --non-interactive
            code=$?
            echo "ended $code" >> '%s'
            exit $code
            """;
    private static final String HOOKS = """
            [{"id": "scale", "execute-command": "%s", "pass-arguments-to-command": [
               {"source": "payload", "name": "pool"}, {"source": "payload", "name": "size"}],
              "trigger-rule": {"match": {"type": "value", "value": "Bearer bench",
                "parameter": {"source": "header", "name": "Authorization"}}}}]
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Started server;
    private final URI hook;
    private final Path ended;

    private WebhookPeer(Started server, URI hook, Path ended) {
        this.server = server;
        this.hook = hook;
        this.ended = ended;
    }

    /**
     * @param project where its script runs {@code pulumi up}
     * @param up the options of it
     */
    static WebhookPeer start(World world, Path project, String up) {
        try {
            Path folder = Files.createTempDirectory("webhook-");
            Path ended = folder.resolve("ended");
            Path script = Files.writeString(folder.resolve("scale"), SCRIPT.formatted(project, up, ended));
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
            Path hooks = Files.writeString(folder.resolve("hooks.json"), HOOKS.formatted(script));
            int port = freePort();
            Started server = Started.of(
                    folder,
                    world.environment(),
                    "",
                    List.of("webhook", "-hooks", hooks.toString(), "-ip", "127.0.0.1", "-port", "" + port, "-verbose"));
            server.awaitWritten(Pattern.compile("(serving hooks)"));
            return new WebhookPeer(server, URI.create("http://127.0.0.1:%d/hooks/scale".formatted(port)), ended);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it was taken; the script runs on. */
    void ask(String pool, int size) {
        HttpRequest request = HttpRequest.newBuilder(hook)
                .header("Authorization", "Bearer bench")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"pool\":\"%s\",\"size\":\"%d\"}".formatted(pool, size)))
                .build();
        try {
            int status = client.send(request, BodyHandlers.ofString()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("webhook answered " + status + ":\n" + server.written());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The exit codes of the scripts that have ended. */
    List<Integer> ended() {
        try {
            return Files.exists(ended)
                    ? Files.readAllLines(ended).stream()
                            .map(line -> Integer.valueOf(line.substring("ended ".length())))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
