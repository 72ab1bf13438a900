package io.pulumiscale.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Lets a resize happen that waits for a person's word.", "The word cannot be taken back."})
final class ApproveCommand implements Callable<Integer> {
    private final RemoteActions actions;

    @Parameters(paramLabel = "ID", description = "Of `approvals`.")
    private long id;

    @Mixin
    private final RemoteChoice choice = new RemoteChoice();

    ApproveCommand(RemoteActions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        new Ranges().check("ID", id, 1L, Long.MAX_VALUE).end();
        return actions.approve(choice.options(), id);
    }
}
