package io.pulumiscale.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Shows all of it in a minute.",
            "Pools grow and shrink by real `pulumi up` runs on an embedded cloud.",
            "Needs no account and no cluster. Ends with 0 only if every pool reached the size it should have."
        })
final class DemoCommand implements Callable<Integer> {
    private final Actions actions;

    @Option(
            names = "--keep",
            description = "Leave it running at the end, for curl and your own `pulumi up`, until Ctrl-C.")
    private boolean keep;

    @Option(names = "--port", defaultValue = "0", description = "Port of the scaler (default: any free one).")
    private int port;

    DemoCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        return actions.demo(new DemoOptions(keep, port));
    }
}
