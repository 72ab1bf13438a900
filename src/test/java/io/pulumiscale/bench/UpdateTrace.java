package io.pulumiscale.bench;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.it.ScalerProcess;
import io.pulumiscale.it.World;
import io.pulumiscale.local.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where the time of one update goes, from the alert on: {@code bench/trace}. */
final class UpdateTrace {
    private UpdateTrace() {}

    private record Moment(Instant at, String what) {}

    public static void main(String[] args) throws IOException {
        int rounds = Integer.parseInt(args[0]);
        int pools = Integer.parseInt(args[1]);
        Path folder = Files.createTempDirectory("trace-");
        try (World world = World.asWritten(folder, Fleet.of(pools))) {
            world.person().upQuickly().succeeded();
            EngineCalls calls = EngineCalls.watched(world, folder);
            ScalerProcess scaler = world.scalerProcess();
            for (int round = 0; round < rounds; round++) {
                print(trace(world, scaler, calls, 3 + round));
            }
        }
        System.exit(0); // the SDK leaves threads behind
    }

    private static List<Moment> trace(World world, ScalerProcess scaler, EngineCalls calls, int size)
            throws IOException {
        int before = world.cloud().operations().size();
        Instant start = Instant.now();
        scaler.sender().json("/scale/" + Fleet.POOL, "{\"action\":\"set\",\"value\":%d}".formatted(size));
        List<Moment> moments = new ArrayList<>(List.of(new Moment(start, "alert"), now("202")));
        await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(5)).until(() -> succeeded(scaler, size));
        moments.add(now("recorded, and seen in GET /pools"));
        List<Operation> done = world.cloud().operations();
        moments.add(new Moment(done.get(before).at(), "resized in the provider"));
        for (EngineCalls.Call call : calls.since(start)) {
            moments.add(new Moment(call.begin(), "begins: pulumi " + shortened(call.command())));
            moments.add(new Moment(call.end(), "ends:   pulumi " + shortened(call.command())));
        }
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    private static boolean succeeded(ScalerProcess scaler, int size) throws IOException {
        JsonNode pool = io.pulumiscale.it.Sender.read(
                scaler.sender().get("/pools/" + Fleet.POOL).body());
        return pool.path("currentSize").asInt() == size
                && pool.path("updates").path(0).path("status").asText().equals("SUCCEEDED");
    }

    private static Moment now(String what) {
        return new Moment(Instant.now(), what);
    }

    private static String shortened(String command) {
        return command.length() > 70 ? command.substring(0, 70) + " …" : command;
    }

    private static void print(List<Moment> moments) {
        Instant start = moments.get(0).at();
        moments.forEach(moment -> System.out.printf(
                "%6d ms  %s%n", Duration.between(start, moment.at()).toMillis(), moment.what()));
        System.out.println();
    }
}
