package io.pulumiscale.cli;

/**
 * @param reason may be empty
 * @param by who says so; may be empty
 */
public record DeclineOptions(long id, String reason, String by) {}
