package io.pulumiscale.cli;

import picocli.CommandLine.Command;

@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "About the tokens that the scaler takes.")
final class TokenCommand {}
