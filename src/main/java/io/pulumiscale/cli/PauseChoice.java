package io.pulumiscale.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which pool, in which direction, and why. */
final class PauseChoice {
    private static final int LONGEST_NAME = 100;

    @Parameters(paramLabel = "POOL", converter = PoolName.class, description = "The pool's name.")
    private String pool = "";

    @Option(names = "--out", description = "Scaling out alone.")
    private boolean out;

    @Option(names = "--in", description = "Scaling in alone.")
    private boolean in;

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

    /** Neither direction is both. */
    PauseOptions options() {
        String direction = out == in ? "all" : out ? "out" : "in";
        String name =
                by.equals("?") ? "" : by.substring(0, Math.min(by.length(), LONGEST_NAME)); // a user without a name
        return new PauseOptions(pool, direction, reason, name);
    }
}
