package io.pulumiscale.model;

import java.time.Instant;

/**
 * What every alert and request is normalised to.
 *
 * @param pool the name of a pool of this stack
 * @param reason for people: what is firing, or why someone asked
 * @param deduplicationKey equal for deliveries of one event, whatever the sender repeats
 */
public record ScalingIntent(
        IntentId id,
        String pool,
        Change change,
        Source source,
        String reason,
        String deduplicationKey,
        Instant receivedAt) {}
