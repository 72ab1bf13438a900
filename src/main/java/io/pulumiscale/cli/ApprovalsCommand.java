package io.pulumiscale.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "approvals",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Resizes that wait for a person's word.")
final class ApprovalsCommand implements Callable<Integer> {
    private final RemoteActions actions;

    @Mixin
    private final RemoteChoice choice = new RemoteChoice();

    ApprovalsCommand(RemoteActions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        return actions.approvals(choice.options());
    }
}
