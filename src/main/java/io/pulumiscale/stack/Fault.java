package io.pulumiscale.stack;

/**
 * One thing that is wrong with the configuration.
 *
 * @param path where, e.g. {@code pools.web.max}
 * @param problem what, e.g. {@code 3 is less than min, 5}
 */
public record Fault(String path, String problem) {
    @Override
    public String toString() {
        return path + ": " + problem;
    }
}
