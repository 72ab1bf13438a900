package io.pulumiscale.bench;

import static org.awaitility.Awaitility.await;

import io.pulumiscale.it.Cloud;
import io.pulumiscale.it.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Times one resize from outside, whoever makes it: by the cloud's own record and by the lock in the backend. */
final class Stopwatch {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration OFTEN = Duration.ofMillis(2);

    private final World world;

    Stopwatch(World world) {
        this.world = world;
    }

    /**
     * From the moment of asking on.
     *
     * @param resized the provider has the new size
     * @param released the update is finished, and the stack's lock is free
     */
    record Took(Duration resized, Duration released) {
        static double median(List<Duration> durations) {
            List<Duration> sorted = durations.stream().sorted().toList();
            return sorted.get(sorted.size() / 2).toNanos() / 1e6;
        }

        static double resized(List<Took> all) {
            return median(all.stream().map(Took::resized).toList());
        }

        static double released(List<Took> all) {
            return median(all.stream().map(Took::released).toList());
        }

        static String raw(String who, List<Took> all) {
            return all.stream()
                    .map(it -> it.resized().toMillis() + "/" + it.released().toMillis())
                    .collect(Collectors.joining(" ", who + ", resized/released: ", ""));
        }
    }

    Took time(String pool, int size, Runnable ask) {
        await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> !world.locked());
        int before = world.cloud().operations().size();
        Instant start = Instant.now();
        ask.run();
        await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> Cloud.size(world, pool) == size);
        Instant resized = world.cloud().operations().get(before).at();
        await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> !world.locked());
        return new Took(Duration.between(start, resized), Duration.between(start, Instant.now()));
    }
}
