package io.pulumiscale.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints what makes bash or zsh complete commands.",
        footer = {
            "",
            "  bash, in ~/.bashrc:  source <(pulumiscale completion bash)",
            "  zsh, in ~/.zshrc:    source <(pulumiscale completion zsh)"
        })
final class CompletionCommand implements Callable<Integer> {
    private enum Shell {
        BASH,
        ZSH;

        /** As it is written, and completed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private Shell shell = Shell.BASH;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** One script serves both: in zsh it loads what understands bash's. */
    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        root.getOut().println("# Completion for %s.".formatted(shell));
        root.getOut().println(AutoComplete.bash(root.getCommandName(), root));
        return 0;
    }
}
