package io.pulumiscale.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Decisions, and what became of them.", "The newest first, with who asked for them, and why."})
final class HistoryCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    private final RemoteActions actions;

    @Option(
            names = "--pool",
            paramLabel = "POOL",
            converter = PoolName.class,
            description = "Of this pool alone, also one that is no longer configured.")
    private Optional<String> pool = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = Since.class,
            description = "Since then: 90s, 5m, 6h, 7d or PT6H ago, or a time such as 2026-11-24T03:00.")
    private Optional<String> since = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many (default: 20).")
    private int limit;

    @Mixin
    private final RemoteChoice choice = new RemoteChoice();

    HistoryCommand(RemoteActions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        new Ranges().check("--limit", limit, 1, MOST).end();
        return actions.history(choice.options(), pool, since, limit);
    }
}
