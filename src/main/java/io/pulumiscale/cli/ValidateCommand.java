package io.pulumiscale.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Reads Pulumi.STACK.yaml and names every fault; needs neither the engine nor the passphrase.")
final class ValidateCommand implements Callable<Integer> {
    private final Actions actions;

    @Mixin
    private final StackChoice choice = new StackChoice();

    ValidateCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        return actions.validate(choice.folder, choice.stack);
    }
}
