package io.pulumiscale.model;

import java.time.Instant;

/**
 * The alert behind an automatic intent.
 *
 * @param alert the alert's key, the same each time that it fires and when it ends
 * @param since when it began to fire, by the sender's clock
 */
public record Firing(String alert, Instant since) {}
