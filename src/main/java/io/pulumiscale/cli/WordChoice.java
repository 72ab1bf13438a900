package io.pulumiscale.cli;

import picocli.CommandLine.Option;

/** Who says something, and why. */
final class WordChoice {
    private static final int LONGEST_NAME = 100;

    @Option(
            names = {"-r", "--reason"},
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Why, for others to read.")
    private String reason = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who says so (default: you, ${sys:user.name}).")
    private String by = "";

    String reason() {
        return reason;
    }

    /** Empty for a user without a name. */
    String by() {
        return by.equals("?") ? "" : by.substring(0, Math.min(by.length(), LONGEST_NAME));
    }
}
