package io.pulumiscale.client;

/**
 * Somebody's no.
 *
 * @param reason may be empty
 * @param by may be empty
 */
public record DeclineWord(String reason, String by) {}
