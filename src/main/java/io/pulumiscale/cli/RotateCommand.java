package io.pulumiscale.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a new token, and says what is left to do.",
            "It is random, and written into the stack's configuration, encrypted. A scaler that runs takes it by itself,"
                    + " and the old one too until its --token-grace is over.",
            "Run it where the scaler's Pulumi.STACK.yaml is. It needs what `pulumi config set --secret` needs."
        })
final class RotateCommand implements Callable<Integer> {
    private final RemoteActions actions;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            converter = PoolName.class,
            description = "One of pulumiscale:tokens (default: pulumiscale:webhookToken).")
    private Optional<String> name = Optional.empty();

    @Mixin
    private final StackChoice choice = new StackChoice();

    RotateCommand(RemoteActions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        return actions.rotate(new RotateOptions(choice.folder, choice.stack, name));
    }
}
