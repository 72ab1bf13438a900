package io.pulumiscale.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Why a pool is the size that it is.",
            "What made it so, which alerts, bounds, cooldowns and pauses count for it now, and its last decisions."
        })
final class ExplainCommand implements Callable<Integer> {
    private final RemoteActions actions;

    @Parameters(paramLabel = "POOL", converter = PoolName.class, description = "The pool's name.")
    private String pool = "";

    @Mixin
    private final RemoteChoice choice = new RemoteChoice();

    ExplainCommand(RemoteActions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        return actions.explain(choice.options(), pool);
    }
}
