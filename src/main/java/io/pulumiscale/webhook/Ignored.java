package io.pulumiscale.webhook;

/**
 * An element of a delivery that leads to nothing.
 *
 * @param at its path, e.g. {@code alerts[1]}
 * @param reason for people
 */
public record Ignored(String at, String reason) {}
