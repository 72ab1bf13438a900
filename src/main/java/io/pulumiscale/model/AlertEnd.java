package io.pulumiscale.model;

import java.time.Instant;

/**
 * An alert is over.
 *
 * @param alert the alert's key, as in {@link Firing}
 * @param pool the name of a pool of this stack
 * @param endedAt by the sender's clock
 */
public record AlertEnd(String alert, String pool, Source source, Instant endedAt) {}
