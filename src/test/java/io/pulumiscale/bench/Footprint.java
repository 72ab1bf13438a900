package io.pulumiscale.bench;

import static org.awaitility.Awaitility.await;

import io.pulumiscale.it.Cloud;
import io.pulumiscale.it.Payloads;
import io.pulumiscale.it.ScalerProcess;
import io.pulumiscale.it.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a scaler takes, with an archive of its classes as in the image: until it is ready, idle, and after many updates. */
final class Footprint {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String FLAGS = "JDK_JAVA_OPTIONS";

    private Footprint() {}

    /**
     * @param rss resident memory in MB, idle, after a few and after many updates
     * @param descriptors open ones, likewise
     */
    record Measured(List<Duration> ready, List<Double> rss, List<Integer> descriptors) {}

    static Measured measure(int starts, int few, int many) throws IOException {
        try (World world = World.asWritten(Files.createTempDirectory("footprint-"), Fleet.of(10))) {
            world.person().upQuickly().succeeded();
            world.environment(FLAGS, "-XX:SharedArchiveFile=" + archive(world));
            List<Duration> ready = new ArrayList<>();
            for (int start = 0; start < starts; start++) {
                Instant begun = Instant.now();
                try (ScalerProcess scaler = world.scalerProcess()) {
                    ready.add(Duration.between(begun, scaler.readyAt()));
                }
            }
            return afterUpdates(world, ready, few, many);
        }
    }

    /** Of the classes that a scaler loads, made as the image's build makes it. */
    private static Path archive(World world) throws IOException {
        Path archive = Files.createTempDirectory("classes-").resolve("scaler.jsa");
        world.environment(FLAGS, "-XX:ArchiveClassesAtExit=" + archive);
        try (ScalerProcess training = world.scalerProcess()) {
            String unused = training.sender().get("/pools").body();
            training.endsWithin(PATIENCE);
        }
        return archive;
    }

    private static Measured afterUpdates(World world, List<Duration> ready, int few, int many) throws IOException {
        try (ScalerProcess scaler = world.scalerProcess()) {
            long pid = scaler.handle().pid();
            Measured measured = new Measured(ready, new ArrayList<>(), new ArrayList<>());
            note(pid, measured);
            for (int update = 1; update <= many; update++) {
                resize(world, scaler, update);
                if (update == few || update == many) {
                    note(pid, measured);
                }
            }
            return measured;
        }
    }

    private static void resize(World world, ScalerProcess scaler, int update) {
        int size = 2 + update;
        scaler.sender().json("/webhook/alertmanager", Payloads.alertmanager(Fleet.POOL, "set", size, update));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !world.locked() && Cloud.size(world, Fleet.POOL) == size);
    }

    private static void note(long pid, Measured measured) throws IOException {
        Path process = Path.of("/proc", String.valueOf(pid));
        String resident = Files.readAllLines(process.resolve("status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow()
                .replaceAll("\\D", "");
        measured.rss().add(Double.parseDouble(resident) / 1024);
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            measured.descriptors().add((int) open.count());
        }
    }
}
