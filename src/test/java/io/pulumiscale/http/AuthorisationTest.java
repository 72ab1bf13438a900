package io.pulumiscale.http;

import static io.pulumiscale.http.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthorisationTest {
    private final Door door = new Door();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void theTokenMayStandInTheHeaderOrInTheQuery() {
        assertThat(bearing("Bearer " + Door.TOKEN)).isEqualTo(200);
        assertThat(bearing("bearer  " + Door.TOKEN)).isEqualTo(200);
        assertThat(door.sendBare("/pools?token=" + Door.TOKEN, it -> it.GET()).statusCode())
                .isEqualTo(200);
        assertThat(door.sendBare("/pools?token=" + Door.TOKEN, it -> it.header("Authorization", "Basic eDp5"))
                        .statusCode())
                .isEqualTo(200);
    }

    /** What Amazon SNS sends of an endpoint with user info, once it was asked for it. */
    @Test
    void theTokenMayBeThePasswordOfAnyone() {
        assertThat(bearing(basic("pulumiscale:" + Door.TOKEN))).isEqualTo(200);
        assertThat(bearing(basic("pulumiscale:" + Door.TOKEN).replace("Basic", "basic")))
                .isEqualTo(200);
        assertThat(bearing(basic(":" + Door.TOKEN))).isEqualTo(200);
        HttpResponse<String> asked = door.sendBare("/webhook/cloudwatch", it -> it.POST(BodyPublishers.ofString("{}")));
        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.headers().allValues("WWW-Authenticate")).containsExactly("Basic realm=\"pulumiscale\"");
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anythingElseIsRefusedAlike() {
        List<HttpResponse<String>> refused = Stream.of(
                        "Bearer wrong",
                        "Bearer",
                        "Bearer ",
                        Door.TOKEN,
                        "Basic " + Door.TOKEN,
                        basic(Door.TOKEN),
                        basic(Door.TOKEN + ":"),
                        basic(Door.TOKEN + ":x"),
                        basic("pulumiscale:" + Door.TOKEN + "x"),
                        basic("a:b:" + Door.TOKEN),
                        "Bearer " + Door.TOKEN + "x",
                        "Bearer " + Door.TOKEN.substring(1))
                .map(header -> door.sendBare("/pools", it -> it.header("Authorization", header)))
                .toList();
        HttpResponse<String> without = door.sendBare("/pools", it -> it.GET());
        assertProblem(without, 401, "a valid token is wanted");
        assertThat(without.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"pulumiscale\"");
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
        door.tokens.rotate("another");
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

    private static String all(HttpResponse<String> response) {
        return response.headers().map() + response.body();
    }

    private int bearing(String header) {
        return door.sendBare("/pools", it -> it.header("Authorization", header)).statusCode();
    }
}
