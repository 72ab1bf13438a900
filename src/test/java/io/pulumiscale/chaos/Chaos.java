package io.pulumiscale.chaos;

import io.pulumiscale.it.World;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The crash test's command line. */
@Command(
        name = "pulumiscale chaos",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 110,
        description = {
            "Sends random alerts and runs people's `pulumi up`s against the real engine and the embedded cloud, and kills at",
            "random moments. After each round the journal, the stack's state and the cloud's own record are compared. Ends",
            "with 0 if they agree to the last, and with 1 after the first round in which they do not."
        })
final class Chaos implements Callable<Integer> {
    private final PrintWriter out;

    @Option(names = "--rounds", defaultValue = "20", description = "How many (default: 20); one takes about 10 s.")
    private int rounds;

    @Option(names = "--seed", description = "The same seed plans the same rounds (default: any).")
    private @Nullable Long seed;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "BLOW",
            completionCandidates = BlowOptions.class,
            description = "Only these blows, by comma: ${COMPLETION-CANDIDATES}.")
    private Set<Blow> only = EnumSet.allOf(Blow.class);

    private Chaos(PrintWriter out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(new Chaos(out))
                .registerConverter(Blow.class, Chaos::blow)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        long chosen = seed == null ? System.currentTimeMillis() % 1_000_000 : seed;
        return run(chosen, rounds, only, out).discrepancies().isEmpty() ? 0 : 1;
    }

    /** What is left of a run with a discrepancy is kept, for whoever looks into it. */
    static Tally run(long seed, int rounds, Set<Blow> blows, PrintWriter out) throws IOException {
        Path root = World.jar().toAbsolutePath().resolveSibling("chaos").resolve("seed-" + seed);
        delete(root);
        Files.createDirectories(root);
        out.printf("The crash test: %d rounds of seed %d%n", rounds, seed);
        Tally tally;
        try (ChaosRun run = ChaosRun.in(root, out)) {
            tally = run.play(seed, ChaosPlan.of(seed, rounds, blows));
        }
        out.printf("%n%s%n  %-17s %s%n", tally.table(), "again", again(seed, rounds, blows));
        if (tally.discrepancies().isEmpty()) {
            delete(root);
        } else {
            out.printf("  %-17s %s%n", "kept", root);
        }
        out.flush();
        return tally;
    }

    private static String again(long seed, int rounds, Set<Blow> blows) {
        List<String> words = new ArrayList<>(List.of("./pulumiscale chaos --rounds", "" + rounds, "--seed", "" + seed));
        if (blows.size() < Blow.values().length) {
            words.add("--only");
            words.add(String.join(",", blows.stream().map(Blow::option).toList()));
        }
        return String.join(" ", words);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static Blow blow(String option) {
        return Stream.of(Blow.values())
                .filter(blow -> blow.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new CommandLine.TypeConversionException("there is " + Blow.options()));
    }

    private static final class BlowOptions implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Blow.options().iterator();
        }
    }
}
