package io.pulumiscale.model;

import java.time.Instant;

/**
 * A resize that waits, or waited, for a person's word.
 *
 * @param from the size that it was decided from
 * @param to the size that is wanted
 */
public record Approval(
        long id,
        String pool,
        int from,
        int to,
        String reason,
        Instant askedAt,
        Instant expiresAt,
        ApprovalStatus status) {

    /** Whether it is about this very resize. */
    public boolean covers(int base, int wanted) {
        return from == base && to == wanted;
    }

    /** Whether it waits, and still may. */
    public boolean waits(Instant now) {
        return status == ApprovalStatus.WAITING && now.isBefore(expiresAt);
    }

    public Approval as(ApprovalStatus other) {
        return new Approval(id, pool, from, to, reason, askedAt, expiresAt, other);
    }
}
