package io.pulumiscale.cli;

import picocli.CommandLine.Command;

@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "About the stack's configuration.")
final class ConfigCommand {}
