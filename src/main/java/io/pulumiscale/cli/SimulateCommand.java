package io.pulumiscale.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Replays what was recorded against the pools of a configuration, by the scaler's own decisions on a virtual clock:",
            "sizes over time, resizes, instance-hours. It changes nothing and needs no engine. Another policy: --set, or -s."
        },
        footer = {
            "",
            "FILE has metrics, as comma-separated values that begin with `time,POOL,...`, or alerts, as a JSON object a line:",
            "  {\"time\": \"2026-11-25T12:00:00Z\", \"pool\": \"web\", \"alert\": \"HighCPU\", \"status\": \"firing\",",
            "   \"action\": \"delta\", \"value\": 2}",
            "",
            "Exit codes: 0 done; 2 wrong usage, configuration or FILE."
        })
final class SimulateCommand implements Callable<Integer> {
    private static final Duration LONGEST_UPDATE = Duration.ofHours(24);
    private static final Duration SHORTEST_STEP = Duration.ofSeconds(1);
    private static final Duration LONGEST_STEP = Duration.ofHours(1);

    private static final Duration SHORTEST_SINCE = Duration.ofMinutes(1);
    private static final Duration LONGEST_SINCE = Duration.ofDays(365);

    private final Actions actions;

    @Mixin
    private final StackChoice choice = new StackChoice();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "What was recorded.")
    private Optional<Path> recording = Optional.empty();

    @Option(
            names = "--journal",
            paramLabel = "LOCATION",
            description = "In place of FILE: what a scaler has in its journal, as for serve. It may be running.")
    private Optional<String> journal = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            defaultValue = "P7D",
            description = "How far back in the journal, PT1M to P365D (default: P7D).")
    private Duration since = Duration.ZERO;

    @Option(
            names = "--set",
            paramLabel = "POOL.KEY=VALUE",
            description = "A value in place of the configuration's, such as web.max=20; more than one may be given.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--high",
            paramLabel = "POOL=NUMBER",
            description = "In place of the pool's rules: above it for 3 minutes, scale out by the pool's step.")
    private Map<String, Double> high = new LinkedHashMap<>();

    @Option(
            names = "--low",
            paramLabel = "POOL=NUMBER",
            description = "Likewise: below it for 15 minutes, scale in by the pool's step.")
    private Map<String, Double> low = new LinkedHashMap<>();

    @Option(
            names = "--start",
            paramLabel = "POOL=SIZE",
            description = "The size at the beginning (default: the pool's initial one).")
    private Map<String, Integer> sizes = new LinkedHashMap<>();

    @Option(names = "--price", paramLabel = "POOL=NUMBER", description = "What an instance costs an hour.")
    private Map<String, BigDecimal> prices = new LinkedHashMap<>();

    @Option(
            names = "--load",
            description = "A metric is the whole pool's, and every instance has its part of it (default: as measured).")
    private boolean load;

    @Option(
            names = "--update-takes",
            paramLabel = "DURATION",
            defaultValue = "PT5S",
            description = "How long an update takes, ISO 8601 (default: PT5S).")
    private Duration takes = Duration.ZERO;

    @Option(
            names = "--step",
            paramLabel = "DURATION",
            defaultValue = "PT10S",
            description = "How often is decided, PT1S to PT1H (default: PT10S; the scaler itself: every second).")
    private Duration step = SHORTEST_STEP;

    @Option(
            names = "--approve",
            description = "Every resize that waits for approval gets it at once (default: none does).")
    private boolean approve;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or csv (default: text).")
    private SimulateOptions.Output output = SimulateOptions.Output.TEXT;

    SimulateCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        if (recording.isPresent() == journal.isPresent()) {
            throw new CommandFailed(CommandFailed.INVALID, "FILE or --journal is needed, and not both");
        }
        new Ranges()
                .check("--update-takes", takes, Duration.ZERO, LONGEST_UPDATE)
                .check("--since", since, SHORTEST_SINCE, LONGEST_SINCE)
                .check("--step", step, SHORTEST_STEP, LONGEST_STEP)
                .end();
        return actions.simulate(new SimulateOptions(
                choice.folder,
                choice.stack,
                recording,
                journal,
                since,
                set,
                high,
                low,
                sizes,
                prices,
                load,
                takes,
                step,
                approve,
                output));
    }
}
