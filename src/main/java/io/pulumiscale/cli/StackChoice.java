package io.pulumiscale.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which stack; the same words as the Pulumi CLI's. */
final class StackChoice {
    @Option(
            names = {"-C", "--cwd"},
            paramLabel = "FOLDER",
            defaultValue = ".",
            description = "The folder with Pulumi.yaml (default: the present one).")
    Path folder = Path.of(".");

    @Option(
            names = {"-s", "--stack"},
            paramLabel = "STACK",
            defaultValue = "${env:PULUMISCALE_STACK:-dev}",
            description = "The stack (default: $PULUMISCALE_STACK, else dev).")
    String stack = "dev";
}
