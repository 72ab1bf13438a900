package io.pulumiscale.client;

import java.time.Instant;
import java.util.List;

/** A resize that waits for a person's word. */
public record Approval(
        long id, String pool, int from, int to, String reason, String status, Instant askedAt, Instant expiresAt) {

    String sizes() {
        return Sizes.told(from, to);
    }

    /** Those that wait. */
    public record All(List<Approval> approvals) {}
}
