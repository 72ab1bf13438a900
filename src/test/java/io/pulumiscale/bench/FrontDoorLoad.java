package io.pulumiscale.bench;

import io.pulumiscale.it.ScalerProcess;
import io.pulumiscale.it.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many alerts a second are answered: kept on the disk by the scaler, kept in memory by the Go peer, in turn. */
final class FrontDoorLoad {
    private static final Pattern SAID =
            Pattern.compile("requests=(\\d+) seconds=([\\d.]+) p99=([\\d.]+) bad=(\\d+) errors=(\\d+)");
    private static final Pattern LISTENING = Pattern.compile("listening on (http://\\S+)");

    /** The Go peer limits nobody either. */
    private static final String[] UNLIMITED = {"--rate", "1000000", "--max-waiting", "1000000", "--concurrency", "1000"
    };

    private FrontDoorLoad() {}

    /** @param p99 in milliseconds */
    record Load(double perSecond, double p99, String raw) {}

    record Measured(List<Load> scaler, List<Load> go) {
        static double perSecond(List<Load> all) {
            return median(all.stream().map(Load::perSecond).toList());
        }

        static double p99(List<Load> all) {
            return median(all.stream().map(Load::p99).toList());
        }

        private static double median(List<Double> values) {
            return values.stream().sorted().toList().get(values.size() / 2);
        }
    }

    /** @param warmUp as long as the JVM's compilers are at work; Go's was at work before */
    static Measured measure(Path sources, Path goPeer, int warmUp, int rounds, int seconds) throws IOException {
        Path script = sources.resolve("bench/alert.lua").toAbsolutePath();
        try (World world = World.asWritten(Files.createTempDirectory("door-"), full())) {
            world.person().upQuickly().succeeded();
            try (ScalerProcess scaler = world.scalerProcess(UNLIMITED);
                    Started go = Started.of(world.folder(), Map.of(), World.TOKEN, List.of(goPeer.toString()))) {
                String goBase = go.awaitWritten(LISTENING);
                wrk(scaler.base().toString(), script, warmUp);
                wrk(goBase, script, 1);
                Measured measured = new Measured(new ArrayList<>(), new ArrayList<>());
                for (int round = 0; round < rounds; round++) {
                    measured.scaler().add(wrk(scaler.base().toString(), script, seconds));
                    measured.go().add(wrk(goBase, script, seconds));
                }
                return measured;
            }
        }
    }

    /** A pool that cannot grow: alerts are kept and decided, and no update takes the processors away. */
    private static String full() {
        return Fleet.of(1).replace("max: 10000", "max: 2");
    }

    private static Load wrk(String base, Path script, int seconds) throws IOException {
        List<String> command = List.of(
                "wrk",
                "-t2",
                "-c64",
                "-d" + seconds + "s",
                "-s",
                script.toString(),
                "-H",
                "Authorization: Bearer " + World.TOKEN,
                "-H",
                "Content-Type: application/json",
                base + "/webhook/alertmanager");
        try (Started wrk = Started.of(Path.of("").toAbsolutePath(), Map.of(), "", command)) {
            Matcher said = SAID.matcher(wrk.output());
            if (!said.find() || !said.group(4).equals("0")) {
                throw new IllegalStateException("not every alert was taken:\n" + wrk.written());
            }
            double perSecond = Double.parseDouble(said.group(1)) / Double.parseDouble(said.group(2));
            return new Load(perSecond, Double.parseDouble(said.group(3)), said.group());
        }
    }
}
