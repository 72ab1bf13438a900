package io.pulumiscale.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What every alert and request is normalised to.
 *
 * @param pool the name of a pool of this stack
 * @param reason for people: what is firing, or why someone asked
 * @param firing the alert behind it; empty for a person's request
 * @param deduplicationKey equal for deliveries of one event, whatever the sender repeats
 */
public record ScalingIntent(
        IntentId id,
        String pool,
        Change change,
        Source source,
        String reason,
        Optional<Firing> firing,
        String deduplicationKey,
        Instant receivedAt) {}
