package io.pulumiscale.http;

import static io.pulumiscale.http.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.Right;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many requests a token may make. */
class PaceTest {
    private static final String OTHER = "another token, of the test";
    private static final String NO_ALERTS = "{\"alerts\":[]}";
    private static final String ONE_MORE = "{\"action\":\"delta\",\"value\":1}";

    private final Door door =
            new Door(new LimitsBuilder().perSecond(2).together(1).settings());

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void whoIsTooFastIsToldToWaitAndForHowLong() {
        exhaust();
        HttpResponse<String> person = door.get("/pools");
        assertProblem(person, 429, "token webhookToken makes more than 2 requests a second");
        assertThat(person.headers().firstValue("Retry-After")).contains("1");
        HttpResponse<String> machine = door.post("/webhook/alertmanager", "application/json", NO_ALERTS);
        assertProblem(machine, 503, "token webhookToken makes more than 2 requests a second");
        assertThat(machine.headers().firstValue("Retry-After")).contains("1");
        assertThat(door.post("/scale/web", "application/json", ONE_MORE).statusCode())
                .isEqualTo(429);
        assertThat(door.scaler.kept()).isEmpty();
        door.clock.step(Duration.ofSeconds(1));
        assertThat(door.post("/webhook/alertmanager", "application/json", NO_ALERTS)
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void othersKeepTheirPace() {
        another();
        exhaust();
        assertThat(door.sendBare("/pools?token=", it -> it.GET()).statusCode()).isEqualTo(401);
        assertThat(door.sendBare("/pools", it -> it.header("Authorization", "Bearer " + OTHER))
                        .statusCode())
                .isEqualTo(200);
        assertThat(door.sendBare("/healthz", it -> it.GET()).statusCode()).isEqualTo(200);
    }

    /** One is worked on and ten wait: the twelfth is turned away. */
    @Test
    void moreThanCanWaitAreTurnedAwayAndTheOthersAreAnsweredInTime() throws Exception {
        another();
        CountDownLatch latch = new CountDownLatch(1);
        door.scaler.holdUntil(latch);
        List<CompletableFuture<Integer>> waiting = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            waiting.add(CompletableFuture.supplyAsync(
                    () -> door.post("/scale/web", "application/json", ONE_MORE).statusCode(),
                    task -> new Thread(task).start()));
        }
        CompletableFuture.anyOf(waiting.toArray(CompletableFuture[]::new)).join();
        assertThat(waiting.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
                .containsOnly(503);
        assertThat(door.sendBare("/pools", it -> it.header("Authorization", "Bearer " + OTHER))
                        .statusCode())
                .isEqualTo(200);
        latch.countDown();
        assertThat(waiting.stream().map(CompletableFuture::join))
                .containsOnlyOnce(503)
                .contains(202);
        assertThat(door.scaler.kept()).hasSize(11);
    }

    private void exhaust() {
        for (int i = 0; i < 20; i++) {
            assertThat(door.get("/pools").statusCode()).isEqualTo(200);
        }
    }

    private void another() {
        door.tokens.rotate(List.of(
                new AccessToken(Door.TOKEN, Grant.unlimited()),
                new AccessToken(OTHER, new Grant("other", Set.of(Right.READ), Optional.empty()))));
    }
}
