package io.pulumiscale.webhook;

/**
 * One thing that is wrong with a payload.
 *
 * @param at its path, e.g. {@code alerts[0].labels.pool_name}
 * @param problem e.g. {@code missing}
 */
public record Fault(String at, String problem) {

    @Override
    public String toString() {
        return at + ": " + problem;
    }
}
