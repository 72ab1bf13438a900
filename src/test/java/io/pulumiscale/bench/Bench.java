package io.pulumiscale.bench;

import io.pulumiscale.bench.Stopwatch.Took;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All figures in one run, one after the other, so that nothing but what is compared shares the machine. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 110,
        description = {
            "Measures the scaler side by side with what one would use instead, and writes results.md and results.json.",
            "Needs Debian's webhook and wrk, and Go, beside what ./mvnw verify needs. Ends with 0 whatever was measured."
        })
final class Bench implements Callable<Integer> {
    @Option(names = "--quick", description = "Fewer rounds, and nothing with 1,000 pools: about three minutes.")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Some of it, to standard output alone: ${COMPLETION-CANDIDATES}.")
    private Set<Part> only = EnumSet.noneOf(Part.class);

    @Option(names = "--out", defaultValue = "bench", description = "Where the results go (default: bench).")
    private Path out = Path.of(".");

    @Option(names = "--go-peer", required = true, hidden = true)
    private Path goPeer = Path.of(".");

    @Option(names = "--jmh-classpath", required = true, hidden = true)
    private String jmhClasspath = "";

    private final Path sources = Path.of("").toAbsolutePath();
    private final List<Figure> figures = new ArrayList<>();
    private List<Took> atTen = List.of(); // once it is measured

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        for (Part part : only.isEmpty() ? EnumSet.allOf(Part.class) : only) {
            measured(part);
        }
        Report report = new Report(circumstances(), figures);
        if (only.isEmpty()) {
            report.write(out);
            System.out.println(report.table());
        } else {
            System.out.println(report.markdown());
        }
        return 0;
    }

    /** In the order in which they are measured. */
    private enum Part {
        updates,
        storm,
        door,
        footprint,
        decisions
    }

    private void measure(Part part) throws IOException {
        switch (part) {
            case updates -> updates();
            case storm -> storm();
            case door -> door();
            case footprint -> footprint();
            case decisions -> decisions();
        }
    }

    private void measured(Part what) throws IOException {
        long start = System.nanoTime();
        System.err.printf("bench: %s ...%n", what);
        measure(what);
        System.err.printf(
                "bench: %s: done in %d s%n",
                what, Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }

    private void updates() throws IOException {
        Updates.Measured ten = Updates.measure(sources, 10, quick ? 5 : 15, quick ? 1 : 10);
        atTen = ten.scaler();
        List<Duration> floor = FloorRuns.sdk(
                sources.resolve("target/lib"), sources.resolve("bench/peers/floor/Floor.java"), quick ? 3 : 15);
        double resized = Took.resized(ten.scaler());
        double released = Took.released(ten.scaler());
        String ours = Took.raw("scaler", ten.scaler());
        String script = Took.raw("(a) webhook, `pulumi up --yes` by Maven", ten.script());
        String quickScript = Took.raw("(b) webhook, `pulumi up --yes --skip-preview` of the jar", ten.quickScript());
        figures.add(Figure.atMost(
                "alert → resized in the provider, 10 pools ÷ (a)",
                resized / Took.resized(ten.script()),
                0.12,
                ours,
                script));
        figures.add(Figure.atMost(
                "alert → lock released, 10 pools ÷ (a)", released / Took.released(ten.script()), 0.30, ours, script));
        figures.add(Figure.atMost(
                "alert → lock released, 10 pools ÷ (b)",
                released / Took.released(ten.quickScript()),
                1,
                ours,
                quickScript));
        figures.add(Figure.atMost(
                "alert → lock released ÷ the SDK's floor (d)",
                released / Took.median(floor),
                0.7,
                ours,
                "(d) inline up of an empty program on an empty stack: " + millis(floor)));
        if (!quick) {
            growth(released);
        }
    }

    private void growth(double releasedAtTen) throws IOException {
        Updates.Measured thousand = Updates.measure(sources, 1_000, 7, 2);
        figures.add(Figure.atMost(
                "the same at 1,000 pools ÷ at 10",
                Took.released(thousand.scaler()) / releasedAtTen,
                1.2,
                Took.raw("scaler, 1,000 pools", thousand.scaler()),
                Took.raw("(a), 1,000 pools", thousand.script()),
                Took.raw("(b), 1,000 pools", thousand.quickScript())));
    }

    private void storm() throws IOException {
        int alerts = 1_000;
        int peerAlerts = quick ? 4 : 10;
        Storm.Weathered ours = Storm.scaler(alerts);
        Storm.Weathered peer = Storm.peer(peerAlerts);
        List<Took> one = atTen.isEmpty() ? Updates.measure(sources, 10, 3, 0).scaler() : atTen;
        String raw = "scaler: %d alerts, answers %s, updates %d, settled %d ms after the last, sizes %s"
                .formatted(
                        alerts, ours.answers(), ours.updates(), ours.settled().toMillis(), ours.sizes());
        String peers = "(b): %d alerts, %s, updates %d, settled %d ms after the last, sizes %s; each should be 4"
                .formatted(
                        peerAlerts,
                        peer.answers(),
                        peer.updates(),
                        peer.settled().toMillis(),
                        peer.sizes());
        figures.add(Figure.atMost("1,000 alerts for 10 pools in 5 s: updates run", ours.updates(), 3, raw, peers));
        figures.add(Figure.atMost(
                "the same: until all are applied ÷ one update",
                ours.settled().toNanos() / 1e6 / Took.released(one),
                4,
                raw,
                Took.raw("one update", one)));
    }

    private void door() throws IOException {
        FrontDoorLoad.Measured load =
                FrontDoorLoad.measure(sources, goPeer, quick ? 12 : 20, quick ? 2 : 5, quick ? 3 : 10);
        List<Duration> fsync = FloorRuns.fsync(sources.resolve("target"), 200);
        String[] raw = {
            "scaler, durable: " + raw(load.scaler()),
            "(c) Go, in memory: " + raw(load.go()),
            String.format(Locale.ROOT, "fsync of 1 KB: median %.3f ms", Took.median(fsync))
        };
        figures.add(Figure.atLeast(
                "durable requests/s ÷ (c) without durability, 64 connections",
                FrontDoorLoad.Measured.perSecond(load.scaler()) / FrontDoorLoad.Measured.perSecond(load.go()),
                1,
                raw));
        figures.add(Figure.atMost(
                "the same: p99 ÷ p99",
                FrontDoorLoad.Measured.p99(load.scaler()) / FrontDoorLoad.Measured.p99(load.go()),
                1.5,
                raw));
    }

    private void footprint() throws IOException {
        int few = quick ? 4 : 30;
        int many = quick ? 12 : 300;
        Footprint.Measured measured = Footprint.measure(quick ? 3 : 7, few, many);
        String ready = "ready after: " + millis(measured.ready());
        String rss = "RSS in MB idle, after %d and after %d updates: %s".formatted(few, many, measured.rss());
        String open =
                "descriptors idle, after %d and after %d updates: %s".formatted(few, many, measured.descriptors());
        figures.add(Figure.atMost("ready after start, s", Took.median(measured.ready()) / 1_000, 1.5, ready));
        figures.add(Figure.atMost("RSS idle, MB", measured.rss().get(0), 160, rss));
        figures.add(Figure.atMost(
                "RSS after %d updates ÷ after %d".formatted(many, few),
                measured.rss().get(2) / measured.rss().get(1),
                1.05,
                rss));
        figures.add(Figure.atMost(
                "open descriptors after %d updates ÷ after %d".formatted(many, few),
                (double) measured.descriptors().get(2) / measured.descriptors().get(1),
                1,
                open));
    }

    private void decisions() throws IOException {
        Map<Integer, Double> nanos = Decisions.measure(sources, jmhClasspath, quick);
        figures.add(Figure.atMost(
                "decision: ns an intent with 10,000 waiting ÷ with 100",
                an(nanos, 10_000) / an(nanos, 100),
                1.2,
                "ns a decision, by intents: " + nanos));
    }

    private static double an(Map<Integer, Double> nanos, int intents) {
        return nanos.getOrDefault(intents, Double.NaN) / intents;
    }

    private String circumstances() {
        return "%s, %d processors, Java %s, %s%s. Peers: (a) webhook with a script that runs `pulumi config set` and `pulumi up --yes` from the sources; (b) the same with `--skip-preview` and the packaged program; (c) `bench/peers/nethttp`; (d) the SDK's inline `up` of an empty program on an empty stack."
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        System.getProperty("os.name"),
                        quick ? ", `bench/run --quick`" : ", `bench/run`");
    }

    private static String millis(List<Duration> all) {
        return all.stream().map(it -> String.valueOf(it.toMillis())).collect(Collectors.joining(" "));
    }

    private static String raw(List<FrontDoorLoad.Load> all) {
        return all.stream().map(FrontDoorLoad.Load::raw).collect(Collectors.joining("; "));
    }
}
