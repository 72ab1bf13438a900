package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer comes when what it says is kept. */
class KeepingTest {
    private static final int MORE_THAN_THERE_ARE_THREADS = 40;

    private final Door door = new Door(
            new LimitsBuilder().together(MORE_THAN_THERE_ARE_THREADS + 1).settings());
    private final CountDownLatch kept = new CountDownLatch(1);

    @AfterEach
    void close() {
        kept.countDown();
        door.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/webhook/alertmanager | {\"alerts\":[{\"status\":\"firing\",\"labels\":{\"pool_name\":\"web\"},\"startsAt\":\"2026-11-20T09:31:00Z\",\"fingerprint\":\"a\"}]}",
                "/scale/web | {\"action\":\"delta\",\"value\":1}"
            })
    void whoWaitsForTheDiskKeepsNobodyFromAThread(String path, String body) {
        door.scaler.holdUntil(kept);
        List<CompletableFuture<Integer>> waiting = Stream.generate(() -> post(path, body))
                .limit(MORE_THAN_THERE_ARE_THREADS)
                .toList();
        await().until(() -> door.scaler.arrivals() == MORE_THAN_THERE_ARE_THREADS);
        assertThat(door.get("/pools").statusCode()).isEqualTo(200);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        kept.countDown();
        assertThat(waiting.stream().map(CompletableFuture::join)).containsOnly(202);
    }

    private CompletableFuture<Integer> post(String path, String body) {
        return CompletableFuture.supplyAsync(
                () -> door.post(path, "application/json", body).statusCode(), task -> new Thread(task).start());
    }
}
