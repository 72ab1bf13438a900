package io.pulumiscale.client;

/**
 * Somebody's word about a pool.
 *
 * @param direction {@code out}, {@code in} or {@code all}
 * @param reason may be empty
 * @param by may be empty
 */
public record PauseWord(String direction, String reason, String by) {}
