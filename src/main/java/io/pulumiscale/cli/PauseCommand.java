package io.pulumiscale.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes alerts and schedules leave a pool alone.",
            "Until `resume`, also over a restart of the scaler. People's requests pass."
        })
final class PauseCommand implements Callable<Integer> {
    private final RemoteActions actions;

    @Mixin
    private final PauseChoice pause = new PauseChoice();

    @Mixin
    private final RemoteChoice choice = new RemoteChoice();

    PauseCommand(RemoteActions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        return actions.pause(choice.options(), pause.options());
    }
}
