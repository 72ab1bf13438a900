package io.pulumiscale.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says whether `serve` would work here, and what to do if not.",
            "It looks at everything that `serve` needs: the Pulumi CLI and its plugins, backend, stack, secrets and lock,"
                    + " cluster and AWS credentials, journal and clock. It ends with a preview of a resize of every pool. It"
                    + " changes nothing. Run it where, and as whom, the scaler runs."
        },
        footer = {"", "Exit codes: 0 nothing has failed, though there may be warnings; 1 something has; 2 wrong usage."
        })
final class DoctorCommand implements Callable<Integer> {
    private final Actions actions;

    @Mixin
    private final StackChoice choice = new StackChoice();

    @Option(
            names = "--journal",
            paramLabel = "LOCATION",
            description = "Where the scaler is told to keep its journal: the same as for serve.")
    private Optional<String> journal = Optional.empty();

    @Option(
            names = "--lock",
            description = {
                "Take the stack's lock and let go of it, by a refresh of the stack's root alone, which leaves a line in",
                "the stack's history. Without it a backend of files and Pulumi Cloud are asked; an object store cannot be."
            })
    private boolean takeLock;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: text).")
    private DoctorOptions.Output output = DoctorOptions.Output.TEXT;

    DoctorCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        return actions.doctor(new DoctorOptions(choice.folder, choice.stack, journal, takeLock, output));
    }
}
