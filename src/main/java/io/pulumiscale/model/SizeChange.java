package io.pulumiscale.model;

import java.time.Instant;

/**
 * A resize that was applied.
 *
 * @param at when its update ended
 */
public record SizeChange(Instant at, int from, int to) {}
