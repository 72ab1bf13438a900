package io.pulumiscale.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Takes a `pause` back.", "What the configuration pauses stays paused."})
final class ResumeCommand implements Callable<Integer> {
    private final RemoteActions actions;

    @Mixin
    private final PauseChoice pause = new PauseChoice();

    @Mixin
    private final RemoteChoice choice = new RemoteChoice();

    ResumeCommand(RemoteActions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        return actions.resume(choice.options(), pause.options());
    }
}
