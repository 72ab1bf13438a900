package io.pulumiscale.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which pool, in which direction, who says so, and why. */
final class PauseChoice {
    @Parameters(paramLabel = "POOL", converter = PoolName.class, description = "The pool's name.")
    private String pool = "";

    @Option(names = "--out", description = "Scaling out alone.")
    private boolean out;

    @Option(names = "--in", description = "Scaling in alone.")
    private boolean in;

    @Mixin
    private final WordChoice word = new WordChoice();

    /** Neither direction is both. */
    PauseOptions options() {
        String direction = out == in ? "all" : out ? "out" : "in";
        return new PauseOptions(pool, direction, word.reason(), word.by());
    }
}
