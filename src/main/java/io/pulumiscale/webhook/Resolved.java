package io.pulumiscale.webhook;

import io.pulumiscale.model.Source;
import java.time.Instant;

/**
 * An alert that has ended.
 *
 * @param alert the alert's key; the deduplication key of every intent that the alert caused begins with it and a slash
 * @param pool the name of a pool of this stack
 * @param endedAt by the sender's clock
 */
public record Resolved(String alert, String pool, Source source, Instant endedAt) {}
