package io.pulumiscale;

import io.pulumiscale.cli.CommandFailed;
import io.pulumiscale.cli.SimulateOptions;
import io.pulumiscale.journal.JournalException;
import io.pulumiscale.journal.Journals;
import io.pulumiscale.journal.Past;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Spelling;
import io.pulumiscale.model.Threshold;
import io.pulumiscale.simulate.Assumptions;
import io.pulumiscale.simulate.BadInput;
import io.pulumiscale.simulate.Memory;
import io.pulumiscale.simulate.Occurrence;
import io.pulumiscale.simulate.PoolRun;
import io.pulumiscale.simulate.Progress;
import io.pulumiscale.simulate.Recording;
import io.pulumiscale.simulate.Report;
import io.pulumiscale.simulate.Simulation;
import io.pulumiscale.stack.ConfigurationFile;
import io.pulumiscale.stack.InvalidConfiguration;
import io.pulumiscale.stack.StackConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What {@code simulate} does. */
final class Replay {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int HIGH_FOR = 3;
    private static final int LOW_FOR = 15;

    private final SimulateOptions options;
    private final PrintWriter out;
    private final PrintWriter err;

    Replay(SimulateOptions options, PrintWriter out, PrintWriter err) {
        this.options = options;
        this.out = out;
        this.err = err;
    }

    int run() {
        try {
            StackConfig config =
                    ConfigurationFile.of(options.folder(), options.stack()).check(options.set());
            PoolCatalog catalog = config.catalog();
            known(catalog);
            Map<String, Integer> sizes = new LinkedHashMap<>();
            List<Occurrence> recorded = recorded(catalog, sizes);
            sizes.putAll(options.sizes());
            Assumptions assumed = new Assumptions(
                    catalog,
                    thresholds(config, catalog, recorded),
                    sizes,
                    options.load(),
                    options.takes(),
                    options.step(),
                    options.approve());
            show(Simulation.run(
                    assumed,
                    recorded,
                    new Progress(System::nanoTime, at -> err.println("simulated to " + at + " ..."))));
            return 0;
        } catch (InvalidConfiguration | BadInput | JournalException e) {
            throw CommandFailed.because(CommandFailed.INVALID, e);
        } catch (IOException e) {
            throw new CommandFailed(CommandFailed.INVALID, "cannot read the configuration: " + e.getMessage());
        }
    }

    /** @param sizes those that the journal tells of are put there */
    private List<Occurrence> recorded(PoolCatalog catalog, Map<String, Integer> sizes) {
        if (options.recording().isPresent()) {
            return Recording.read(options.recording().get(), catalog);
        }
        String journal = options.journal().orElseThrow();
        Past past = Journals.past(
                journal, System.getenv(), Clock.systemUTC().instant().minus(options.since()));
        sizes.putAll(past.sizes());
        sizes.keySet().retainAll(catalog.byName().keySet());
        return Memory.of(journal, past, catalog);
    }

    private void show(List<PoolRun> runs) {
        Report report = new Report(runs, options.prices());
        switch (options.output()) {
            case TEXT -> report.text(out);
            case JSON -> report.json(out);
            case CSV -> report.csv(out);
        }
        out.flush();
    }

    /** Pools that are named by options. */
    private void known(PoolCatalog catalog) {
        Set<String> named = new TreeSet<>(options.high().keySet());
        named.addAll(options.low().keySet());
        named.addAll(options.sizes().keySet());
        named.addAll(options.prices().keySet());
        named.removeAll(catalog.byName().keySet());
        named.forEach(name -> {
            throw invalid("the pool %s is %s"
                    .formatted(name, Spelling.unknown(name, catalog.byName().keySet())));
        });
        options.sizes().forEach((name, size) -> {
            if (size < 0) {
                throw invalid("--start %s=%d is no size".formatted(name, size));
            }
        });
    }

    private Map<String, List<Threshold>> thresholds(
            StackConfig config, PoolCatalog catalog, List<Occurrence> recorded) {
        Map<String, List<Threshold>> thresholds = new LinkedHashMap<>();
        recorded.stream()
                .filter(Occurrence.Measured.class::isInstance)
                .map(Occurrence::pool)
                .distinct()
                .forEach(name -> thresholds.put(
                        name, thresholds(config, catalog.find(name).orElseThrow())));
        return thresholds;
    }

    private List<Threshold> thresholds(StackConfig config, Pool pool) {
        List<Threshold> given = given(pool);
        if (!given.isEmpty()) {
            return given;
        }
        List<Threshold> own = config.thresholds().getOrDefault(pool.name(), List.of());
        Set<String> measures = own.stream().map(Threshold::measure).collect(Collectors.toCollection(TreeSet::new));
        if (measures.size() != 1) {
            throw invalid(
                    "%s has %s: say with --high %s=NUMBER and --low %s=NUMBER what the recorded metric is compared with"
                            .formatted(
                                    pool.name(),
                                    own.isEmpty()
                                            ? "no rules that can be replayed from a metric (PromQL cannot)"
                                            : "rules of several metrics (%s)".formatted(String.join(", ", measures)),
                                    pool.name(),
                                    pool.name()));
        }
        return own;
    }

    private List<Threshold> given(Pool pool) {
        List<Threshold> given = new ArrayList<>();
        Double high = options.high().get(pool.name());
        if (high != null) {
            given.add(threshold("high", true, high, HIGH_FOR, pool, Direction.OUT));
        }
        Double low = options.low().get(pool.name());
        if (low != null) {
            given.add(threshold("low", false, low, LOW_FOR, pool, Direction.IN));
        }
        return given;
    }

    private static Threshold threshold(
            String name, boolean above, double limit, int minutes, Pool pool, Direction direction) {
        return new Threshold(
                name, "the recorded metric", above, false, limit, MINUTE, minutes, minutes, pool.step(direction));
    }

    private static CommandFailed invalid(String message) {
        return new CommandFailed(CommandFailed.INVALID, message);
    }
}
