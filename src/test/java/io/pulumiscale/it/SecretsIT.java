package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulumiscale.local.Match;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A life of a scaler, with every token in every odd place: and no token in anything that is left of it. */
class SecretsIT {
    private static final Secret COMMON = new Secret("webhookToken", World.TOKEN);
    private static final Secret NEXT = new Secret("the next webhookToken", "a token that comes later, 2");
    private static final Secret LIMITED = new Secret("the token ci", "ci-0123456789abcdef-ci");
    private static final Secret LIMITED_NEXT = new Secret("the next token ci", "ci-fedcba9876543210-ci");
    private static final Secret MISPLACED = new Secret("a token in the wrong place", "misplaced-0123456789abcdef");
    private static final Secret WRONG = new Secret("a wrong token", "nearly the right token, 3");

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> answers = new ArrayList<>();

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Worlds worlds = new Worlds();

    @Test
    void noSecretIsInAnythingThatIsLeft() throws Exception {
        World world = worlds.configured(folder, Pools.WORKERS);
        world.environment("PULUMISCALE_LOG", "TRACE");
        world.person().setToken("ci", LIMITED.value(), "workers", "read", "scale");
        List<String> said = new ArrayList<>();
        said.add(world.person().up().succeeded().output());

        try (ScalerProcess first = world.scalerProcess();
                ProcessWatch watch = new ProcessWatch(first.handle())) {
            everyoneAsksForEverything(first.base().getPort());
            assertThat(scale(first, COMMON, 3)).isEqualTo(202);
            Cloud.awaitSize(world, first.sender(), "workers", 3);
            world.cloud().faults().failNext(Match.name("workers"), "the quota is exhausted");
            assertThat(scale(first, LIMITED, 5)).isEqualTo(202);
            await().atMost(World.PATIENCE)
                    .until(() -> first.sender()
                            .lastUpdate("workers")
                            .path("status")
                            .asText()
                            .equals("FAILED"));
            first.endsWithin(Duration.ofMinutes(2));
            said.add(watch.seen());
        }
        try (ScalerProcess second = world.scalerProcess();
                ProcessWatch watch = new ProcessWatch(second.handle())) {
            rotate(world, second);
            everyoneAsksForEverything(second.base().getPort());
            assertThat(scale(second, LIMITED_NEXT, 6)).isEqualTo(202);
            Cloud.awaitSize(world, second.sender().with(NEXT.value()), "workers", 6);
            misplace(world, second);
            said.add(watch.seen());
        }
        said.add(world.pulumiscale("config", "validate").output());
        said.add(world.person().pulumi("stack", "export").output());
        said.add(world.person().pulumi("stack", "history", "--json").output());
        said.addAll(answers);

        assertThat(answers).hasSizeGreaterThan(100).anyMatch(it -> it.contains("\"accepted\""));
        assertThat(said).anyMatch(it -> it.contains("=5 failed") || it.contains("workers 3→5"));
        assertThat(places(String.join("\n", said))).isEmpty();
    }

    private List<String> places(String said) {
        return Stream.of(COMMON, NEXT, LIMITED, LIMITED_NEXT, MISPLACED, WRONG)
                .flatMap(secret -> Stream.concat(secret.below(folder), secret.in("what was said", said)))
                .toList();
    }

    private static void rotate(World world, ScalerProcess scaler) {
        world.person().setToken(NEXT.value());
        world.person().setToken("ci", LIMITED_NEXT.value(), "workers", "read", "scale");
        await().atMost(World.PATIENCE)
                .until(() ->
                        scaler.sender().with(LIMITED_NEXT.value()).get("/pools").statusCode() == 200);
        assertThat(scaler.sender().get("/pools").statusCode())
                .as("in its grace")
                .isEqualTo(200);
    }

    /** What somebody sets with a slip of the finger is a fault, and is told without being repeated. */
    private static void misplace(World world, ScalerProcess scaler) {
        for (String key : List.of("pulumiscale:tokens.ci.rights[1]", "pulumiscale:tokens.ci", "pulumiscale:tokens")) {
            Person.Said set = world.person()
                    .run(MISPLACED.value(), "pulumi", "config", "set", "--secret", "--path", key, "--non-interactive");
            assertThat(set.code()).as(set.output()).isZero();
            String where = key.substring("pulumiscale:".length());
            await().atMost(World.PATIENCE)
                    .untilAsserted(() -> assertThat(scaler.written()).contains("  " + where + ": "));
        }
    }

    private int scale(ScalerProcess scaler, Secret who, int size) throws Exception {
        String body = "{\"action\":\"set\",\"value\":%d,\"reason\":\"%s says so\"}".formatted(size, who.value());
        return send(scaler.base().getPort(), "/scale/workers", who.value(), "POST", body, "Authorization", bearer(who));
    }

    private void everyoneAsksForEverything(int port) throws Exception {
        for (Secret who : List.of(COMMON, NEXT, LIMITED, LIMITED_NEXT, WRONG)) {
            for (String path : List.of("/pools", "/approvals", "/scale/mailers", "/webhook/alertmanager", "/nowhere")) {
                oddly(port, path, who);
            }
            oddly(port, "/webhook/cloudwatch", who);
            garbage(port, who);
        }
    }

    /** With all three kinds of credentials, several of them, and the token wherever a request has room for a text. */
    private void oddly(int port, String path, Secret who) throws Exception {
        String query = path + "?token=" + URLEncoder.encode(who.value(), StandardCharsets.UTF_8);
        String basic = "Basic " + Secret.base64("sns:" + who.value());
        send(port, query, "key", "GET", "");
        send(port, query, who.value(), "POST", who.value());
        send(port, query, "key", "POST", "{}", "Authorization", basic);
        send(port, query + "x", "key", "POST", "{}");
        send(port, path, "key", "POST", bodyOf(who), "Authorization", basic);
        send(port, path, who.value(), "POST", bodyOf(who), "Authorization", bearer(who));
        send(port, path, who.value(), "POST", "[\"" + who.value(), "Authorization", bearer(who));
        send(port, query + "&dryRun=" + URLEncoder.encode(who.value(), StandardCharsets.UTF_8), "key", "POST", "{}");
        String inPath =
                "/" + URLEncoder.encode(who.value(), StandardCharsets.UTF_8).replace("+", "%20");
        if (who.value().indexOf(' ') < 0) {
            send(port, path + inPath, "key", "GET", "", "Authorization", bearer(who));
        }
    }

    private static String bodyOf(Secret who) {
        return """
                {"%1$s":"%1$s","action":"%1$s","Type":"%1$s","reason":"%1$s",
                 "alerts":[{"status":"%1$s","labels":{"alertname":"%1$s","pool_name":"%1$s"},"fingerprint":"%1$s"}]}
                """.formatted(who.value());
    }

    private int send(int port, String path, String key, String method, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", path.startsWith("/webhook/cloudwatch") ? "text/plain" : "application/json")
                .header("Idempotency-Key", key.replace(' ', '_') + answers.size())
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        answers.add(response.statusCode() + " " + response.headers().map() + response.body());
        return response.statusCode();
    }

    /** What is no HTTP. */
    private static void garbage(int port, Secret who) throws IOException {
        for (String odd : List.of(
                who.value() + "\r\n\r\n",
                "GET /pools?token=%s HTTP/9.9\r\n\r\n",
                "GET /pools HTTP/1.1\r\n%s\r\n\r\n",
                "POST /pools HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: %s\r\n\r\n",
                "GET /%%zz?%s HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /pools HTTP/1.1\r\nHost: %s\r\nContent-Length: -1\r\n\r\n")) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(30_000);
                socket.getOutputStream()
                        .write(odd.replace("%s", who.value()).replace("%%", "%").getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                assertThat(answer).doesNotContain(" 200");
            }
        }
    }

    private static String bearer(Secret who) {
        return "Bearer " + who.value();
    }
}
