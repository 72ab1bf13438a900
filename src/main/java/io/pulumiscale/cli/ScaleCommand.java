package io.pulumiscale.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Asks for another size of a pool.",
            "Cooldowns and pauses do not hold a person's request. Bounds do, and a resize of more than approvalAbove waits"
                    + " for `approve`.",
        },
        footer = {
            "",
            "Ctrl-C ends the waiting, not the request.",
            "",
            "@|bold Exit codes|@",
            "  0 taken in; with --wait: the pool has the size",
            "  3 with --wait: the pool stays at its size; with --dry-run: it would",
            "  4 with --wait: the update failed or stalled",
            "  5 with --wait: not ended when --timeout was over; it goes on",
            "  1, 2, 6 as for all commands",
            "",
            "@|bold Examples|@",
            "  pulumiscale scale web +2 --reason 'a sale begins' --wait",
            "  pulumiscale scale workers -25%% --dry-run"
        })
final class ScaleCommand implements Callable<Integer> {
    private static final int LONGEST = 200;
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofHours(24);

    private final RemoteActions actions;

    @Parameters(index = "0", paramLabel = "POOL", converter = PoolName.class, description = "The pool's name.")
    private String pool = "";

    @Parameters(
            index = "1",
            paramLabel = "CHANGE",
            converter = ChangeText.class,
            description = "+2 or -1: so many more or fewer; 25%% or -25%%: a part of the present size; =7: the size.")
    private String change = "";

    @Option(
            names = {"-r", "--reason"},
            paramLabel = "TEXT",
            description = "Why. It stands in the stack's history. Needed, but in a dry run.")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--dry-run", description = "Say what would be decided now, and write nothing.")
    private boolean dryRun;

    @Option(
            names = {"-w", "--wait"},
            description = "Tell how it goes on, until it has ended.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "PT30M",
            converter = Spans.class,
            description = "How long to wait, 5m or ISO 8601 (default: 30m).")
    private Duration timeout = Duration.ZERO;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = {
                "Names the request: the same with the same key is not done twice, and with --wait is followed again"
                        + " (default: another each time)."
            })
    private Optional<String> key = Optional.empty();

    @Mixin
    private final RemoteChoice choice = new RemoteChoice();

    ScaleCommand(RemoteActions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        check();
        Optional<Duration> patience = wait && !dryRun ? Optional.of(timeout) : Optional.empty();
        return actions.scale(choice.options(), new ScaleOptions(pool, change, reason, key, dryRun, patience));
    }

    private void check() {
        new Ranges().check("--timeout", timeout, LEAST, MOST).end();
        if (!dryRun && reason.filter(it -> !it.isBlank()).isEmpty()) {
            throw invalid("--reason says why: it stands in the stack's history");
        }
        if (reason.filter(it -> it.length() > LONGEST).isPresent()) {
            throw invalid("--reason has %d characters at most".formatted(LONGEST));
        }
        if (key.filter(it -> !it.matches("[\\x21-\\x7e]{1,200}")).isPresent()) {
            throw invalid("--key has 1 to 200 visible characters of ASCII");
        }
    }

    private static CommandFailed invalid(String why) {
        return new CommandFailed(CommandFailed.INVALID, why);
    }
}
