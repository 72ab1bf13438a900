package io.pulumiscale.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "local",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a command against the embedded cloud.",
            "Such as `pulumiscale local -- pulumi up`.",
            "Without a command it starts the cloud, says what to export, and stays until Ctrl-C."
        },
        footer = {
            "",
            "The cloud's state is kept in the folder, so the next run finds it again; a cloud that already runs there is"
                    + " joined. PULUMI_BACKEND_URL and the passphrase are set only where they are not set already."
        })
final class LocalCommand implements Callable<Integer> {
    private final Actions actions;

    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            defaultValue = ".pulumiscale",
            description = "Where the cloud and the backend keep their state (default: .pulumiscale).")
    private Path folder = Path.of(".");

    @Parameters(paramLabel = "COMMAND", description = "What to run, after --.")
    private List<String> command = List.of();

    LocalCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        return actions.local(folder, command);
    }
}
