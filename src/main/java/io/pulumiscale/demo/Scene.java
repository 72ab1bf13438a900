package io.pulumiscale.demo;

import io.pulumiscale.local.EmbeddedCloud;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Sends something in, and waits for the pool to follow. */
final class Scene {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final EmbeddedCloud cloud;
    private final ScalerClient client;
    private final Narrator narrator;
    private final Clock clock;

    Scene(EmbeddedCloud cloud, ScalerClient client, Narrator narrator, Clock clock) {
        this.cloud = cloud;
        this.client = client;
        this.narrator = narrator;
        this.clock = clock;
    }

    /** @throws DemoFailed if the pool does not reach the size */
    void play(String title, DemoPool pool, int expected, Runnable send) {
        int before = pool.sizeIn(cloud);
        narrator.line(title);
        Instant sent = clock.instant();
        send.run();
        new Waiting(clock, PATIENCE)
                .until(
                        () -> client.currentSize(pool.pool()) == expected && pool.sizeIn(cloud) == expected,
                        () -> "%s is %d in the cloud and %d in the stack, not %d"
                                .formatted(pool.pool(), pool.sizeIn(cloud), client.currentSize(pool.pool()), expected));
        Duration resized = Duration.between(sent, pool.lastResized(cloud).orElseThrow());
        narrator.line("    %s %d→%d: resized in the cloud after %s, update finished after %s"
                .formatted(
                        pool.pool(),
                        before,
                        expected,
                        Narrator.shown(resized),
                        Narrator.shown(Duration.between(sent, clock.instant()))));
    }

    /** @throws DemoFailed if a pool has another size, in the cloud or in the stack */
    void check(Map<DemoPool, Integer> sizes) {
        sizes.forEach((pool, expected) -> {
            int there = pool.sizeIn(cloud);
            int remembered = client.currentSize(pool.pool());
            if (there != expected || remembered != expected) {
                throw new DemoFailed("%s is %d in the cloud and %d in the stack, not %d"
                        .formatted(pool.pool(), there, remembered, expected));
            }
        });
    }
}
