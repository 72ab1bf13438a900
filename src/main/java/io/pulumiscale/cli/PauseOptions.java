package io.pulumiscale.cli;

/**
 * @param direction {@code out}, {@code in} or {@code all}
 * @param reason may be empty
 * @param by who says so; may be empty
 */
public record PauseOptions(String pool, String direction, String reason, String by) {}
