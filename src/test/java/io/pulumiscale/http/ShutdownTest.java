package io.pulumiscale.http;

import static io.pulumiscale.http.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShutdownTest {
    private static final String MORE = "{\"action\":\"delta\",\"value\":2}";

    @Test
    void whatIsUnderWayIsAnsweredAndNothingNewIsTaken() throws Exception {
        Door door = new Door();
        CountDownLatch latch = new CountDownLatch(1);
        door.scaler.holdUntil(latch);
        CompletableFuture<HttpResponse<String>> underWay = CompletableFuture.supplyAsync(() -> scale(door));
        door.scaler.awaitRequest();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(door::close);
        await().until(() -> door.sendBare("/healthz", it -> it.GET()).statusCode() == 503);
        HttpResponse<String> late = door.sendBare("/readyz", it -> it.GET());
        assertProblem(late, 503, "shutting down");
        assertThat(late.headers().firstValue("Retry-After")).contains("5");
        latch.countDown();
        assertThat(underWay.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(202);
        closing.get(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> scale(door)).hasCauseInstanceOf(java.io.IOException.class);
    }

    private static HttpResponse<String> scale(Door door) {
        return door.post("/scale/web", "application/json", MORE);
    }
}
