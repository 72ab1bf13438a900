package io.pulumiscale.http;

import static io.pulumiscale.http.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Grant;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated // captures the log
class AuthorisationTest {
    private final Door door = new Door();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void theTokenMayStandInAHeaderOrInTheQuery() {
        assertThat(bearing("Bearer " + Door.TOKEN)).isEqualTo(200);
        assertThat(bearing("bearer  " + Door.TOKEN)).isEqualTo(200);
        assertThat(door.sendBare("/pools?token=" + Door.TOKEN, it -> it.GET()).statusCode())
                .isEqualTo(200);
        assertThat(bearing("Basic " + base64("anyone:" + Door.TOKEN))).isEqualTo(200);
        assertThat(bearing("basic " + base64(":" + Door.TOKEN))).isEqualTo(200);
    }

    @Test
    void aPasswordMayHaveColons() {
        door.tokens.rotate(List.of(new AccessToken("a:token:with:colons", Grant.unlimited())));
        assertThat(bearing("Basic " + base64("sns:a:token:with:colons"))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", Door.TOKEN})
    void moreThanOneCredentialIsRefusedWhicheverIsRight(String other) {
        String twice = "/pools?token=" + Door.TOKEN + "&token=" + other;
        assertProblem(both("/pools?token=" + other), 400, "one token is wanted");
        assertProblem(door.sendBare(twice, it -> it.GET()), 400, "one token is wanted");
        assertProblem(
                door.send("/pools", it -> it.header("Authorization", "Bearer " + other)), 400, "one token is wanted");
        assertThat(door.sendBare("/healthz?token=a&token=b", it -> it.GET()).statusCode())
                .isEqualTo(200);
    }

    /** As SNS does it: nothing at first, and the password when it is asked for. */
    @Test
    void whoWaitsToBeAskedIsAskedForAPassword() throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .authenticator(new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        assertThat(getRequestingPrompt()).isEqualTo("pulumiscale");
                        assertThat(getRequestingScheme()).isEqualTo("basic");
                        return new PasswordAuthentication("sns", Door.TOKEN.toCharArray());
                    }
                })
                .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + "/scale/web"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"action\":\"delta\",\"value\":2}"))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
        assertThat(door.scaler.kept()).hasSize(1);
        assertThat(Door.json(door.get("/pools")).path("wrongTokens").intValue()).isZero();
    }

    @Test
    void noAnswerLeavesAReferrer() {
        for (String path : List.of("/healthz", "/pools?token=" + Door.TOKEN, "/pools?token=wrong", "/nowhere")) {
            assertThat(door.sendBare(path, it -> it.GET()).headers().firstValue("Referrer-Policy"))
                    .contains("no-referrer");
        }
    }

    @Test
    void anythingElseIsRefusedAlike() {
        List<HttpResponse<String>> refused = Stream.of(
                        "Bearer wrong",
                        "Bearer",
                        "Bearer ",
                        Door.TOKEN,
                        "Basic " + Door.TOKEN,
                        "Basic " + base64(Door.TOKEN),
                        "Basic " + base64(Door.TOKEN + ":"),
                        "Basic " + base64("x:wrong"),
                        "Basic",
                        "Digest " + base64("x:" + Door.TOKEN),
                        "Bearer " + Door.TOKEN + "x",
                        "Bearer " + Door.TOKEN.substring(1))
                .map(header -> door.sendBare("/pools", it -> it.header("Authorization", header)))
                .toList();
        HttpResponse<String> without = door.sendBare("/pools", it -> it.GET());
        assertProblem(without, 401, "a valid token is wanted");
        assertThat(without.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"pulumiscale\"", "Bearer realm=\"pulumiscale\"");
        assertThat(refused).allSatisfy(it -> {
            assertThat(it.statusCode()).isEqualTo(401);
            assertThat(it.body()).isEqualTo(without.body());
        });
    }

    @Test
    void whoHasNoTokenLearnsNothing() {
        assertThat(door.sendBare("/nowhere", it -> it.GET()).statusCode()).isEqualTo(401);
        assertThat(door.sendBare("/scale/web", it -> it.GET()).statusCode()).isEqualTo(401);
        assertThat(door.sendBare("/scale/nowhere", it -> it.POST(BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(door.sendBare("/healthz/x", it -> it.GET()).statusCode()).isEqualTo(401);
        door.scaler.notReady("no engine");
        assertThat(door.sendBare("/webhook/cloudwatch", it -> it.POST(BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aRotatedTokenWorksAtOnceAndTheOldOneForItsGrace() {
        door.tokens.rotate(List.of(new AccessToken("another", Grant.unlimited())));
        assertThat(bearing("Bearer another")).isEqualTo(200);
        assertThat(bearing("Bearer " + Door.TOKEN)).isEqualTo(200);
        door.clock.step(Duration.ofMinutes(10));
        assertThat(bearing("Bearer " + Door.TOKEN)).isEqualTo(401);
        assertThat(bearing("Bearer another")).isEqualTo(200);
    }

    @Test
    void noTokenReachesALogOrAnAnswer() {
        try (CapturedLog log = new CapturedLog()) {
            assertThat(answersToEverything()).allSatisfy(it -> assertThat(it).doesNotContain(Door.TOKEN));
            assertThat(log.messages(Level.TRACE))
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it).doesNotContain(Door.TOKEN));
        }
    }

    private List<String> answersToEverything() {
        door.scaler.failWith(new IllegalStateException("boom"));
        List<String> answers = new ArrayList<>();
        for (String path : List.of("/pools", "/nowhere", "/scale/nowhere", "/scale/web", "/webhook/cloudwatch")) {
            String query = path + "?token=" + Door.TOKEN;
            answers.add(all(both(query)));
            answers.add(all(json(query, "{\"action\":\"" + Door.TOKEN + "\",\"" + Door.TOKEN + "\":1}")));
            answers.add(all(json(query, Door.TOKEN)));
            answers.add(all(door.get("/" + Door.TOKEN)));
            answers.add(all(door.get("/pools/" + Door.TOKEN)));
            answers.add(all(door.get(path)));
            answers.add(all(door.sendBare(query, it -> it.GET())));
            answers.add(all(door.sendBare(query + "x", it -> it.GET())));
            answers.add(all(door.sendBare(
                    query,
                    it -> it.header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"action\":\"set\",\"value\":1}")))));
        }
        return answers;
    }

    @Test
    void aTokenThatIsRepeatedInABodyIsKeptNowhere() {
        String reason = "{\"action\":\"set\",\"value\":1,\"reason\":\"with %s\"}".formatted(Door.TOKEN);
        json("/scale/web?token=" + Door.TOKEN, reason);
        assertThat(door.scaler.kept())
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).isEqualTo("with ***, =1"))
                .satisfies(it -> assertThat(it.deduplicationKey()).isEqualTo("manual/web/***"));
    }

    private HttpResponse<String> json(String path, String body) {
        return door.sendBare(
                path,
                it -> it.header("Content-Type", "application/json")
                        .header("Idempotency-Key", Door.TOKEN)
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> both(String path) {
        return door.sendBare(path, it -> it.header("Authorization", "Basic " + base64("x:" + Door.TOKEN)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String all(HttpResponse<String> response) {
        return response.headers().map() + response.body();
    }

    private int bearing(String header) {
        return door.sendBare("/pools", it -> it.header("Authorization", header)).statusCode();
    }
}
