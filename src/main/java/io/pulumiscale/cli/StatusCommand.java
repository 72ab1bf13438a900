package io.pulumiscale.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "What is wrong, and how every pool stands.",
            "First what wants attention: what keeps it from scaling, whose lock is waited for, which pools wait for a"
                    + " person. Then every pool with its bounds and what holds it, and the alerts that fire."
        })
final class StatusCommand implements Callable<Integer> {
    private final RemoteActions actions;

    @Mixin
    private final RemoteChoice choice = new RemoteChoice();

    StatusCommand(RemoteActions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        return actions.status(choice.options());
    }
}
