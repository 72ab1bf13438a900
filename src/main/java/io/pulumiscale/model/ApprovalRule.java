package io.pulumiscale.model;

import java.time.Duration;

/**
 * Which resizes wait for a person's word.
 *
 * @param above a change of more than so many instances, nodes or replicas; at least 0
 * @param ttl how long it waits before it expires; 1 s to 7 days
 */
public record ApprovalRule(int above, Duration ttl) {}
