package io.pulumiscale.it;

import static org.awaitility.Awaitility.await;

import io.pulumiscale.local.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures the scaler next to what one would do by hand, on one stack, in turn: an Alertmanager webhook, and an edited
 * configuration with `pulumi up --yes --skip-preview` of the packaged program. Run it with {@code bench/latency}.
 */
final class LatencyReport {
    private static final String POOL = "pool-0";
    private static final int LARGEST = 10_000;

    private final World world;
    private final Sender scaler;
    private final int pools;
    private int size = 2;

    private LatencyReport(World world, Sender scaler, int pools) {
        this.world = world;
        this.scaler = scaler;
        this.pools = pools;
    }

    /** From the request, or the command, on. */
    private record Took(Duration resized, Duration finished) {}

    public static void main(String[] args) throws IOException {
        int rounds = Integer.parseInt(args[0]);
        System.out.printf("%-6s %-32s %14s %14s%n", "pools", "median of " + rounds, "resized", "finished");
        for (String pools : List.of(args).subList(1, args.length)) {
            Path folder = Files.createTempDirectory("latency-");
            measure(folder, Integer.parseInt(pools), rounds);
            delete(folder);
        }
        System.exit(0); // the SDK leaves threads behind
    }

    private static void measure(Path folder, int pools, int rounds) throws IOException {
        try (World world = World.of(folder, configuration(pools, 2))) {
            world.person().upQuickly().succeeded();
            LatencyReport report = new LatencyReport(world, world.scaler(), pools);
            report.byAlert(0);
            List<Took> alerts = new ArrayList<>();
            List<Took> shell = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                alerts.add(report.byAlert(round));
                shell.add(report.byShell());
            }
            print(pools, "alert to the scaler", alerts);
            print(pools, "edit, `pulumi up` in the shell", shell);
        }
    }

    private Took byAlert(int event) {
        size++;
        await().atMost(World.PATIENCE)
                .until(() -> !scaler.pool(POOL).path("stale").asBoolean());
        return timed(() -> {
            scaler.json("/webhook/alertmanager", Payloads.alertmanager(POOL, "set", size, event));
            Cloud.awaitSize(world, scaler, POOL, size);
        });
    }

    /** The lower bound lifts the size: a person's own way to a larger pool. */
    private Took byShell() {
        size++;
        world.configure(configuration(pools, size));
        return timed(() -> world.person().up().succeeded());
    }

    private Took timed(Runnable work) {
        int before = world.cloud().operations().size();
        Instant start = Instant.now();
        work.run();
        Instant end = Instant.now();
        List<Operation> done = world.cloud().operations();
        Instant resized = done.get(before).at();
        return new Took(Duration.between(start, resized), Duration.between(start, end));
    }

    private static String configuration(int pools, int least) {
        return IntStream.range(0, pools)
                .mapToObj(pool -> "pool-%d:\n  kind: kubernetes\n  min: %d\n  max: %d\n  initial: %d\n  image: work:1\n"
                        .formatted(pool, pool == 0 ? least : 2, LARGEST, pool == 0 ? least : 2))
                .collect(Collectors.joining());
    }

    private static void print(int pools, String what, List<Took> took) {
        System.out.printf(
                "%-6d %-32s %12dms %12dms   raw (resized/finished): %s%n",
                pools,
                what,
                median(took.stream().map(Took::resized)),
                median(took.stream().map(Took::finished)),
                took.stream()
                        .map(each -> each.resized().toMillis() + "/"
                                + each.finished().toMillis())
                        .collect(Collectors.joining(" ")));
    }

    private static long median(Stream<Duration> durations) {
        List<Duration> sorted = durations.sorted().toList();
        return sorted.get(sorted.size() / 2).toMillis();
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
