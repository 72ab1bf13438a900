package io.pulumiscale.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A resize that waits, or waited, for a person's word.
 *
 * @param from the size that it was decided from
 * @param to the size that is wanted
 * @param declined the word, if it was a no
 */
public record Approval(
        long id,
        String pool,
        int from,
        int to,
        String reason,
        Instant askedAt,
        Instant expiresAt,
        ApprovalStatus status,
        Optional<Declined> declined) {

    /** That nobody has declined. */
    public Approval(
            long id,
            String pool,
            int from,
            int to,
            String reason,
            Instant askedAt,
            Instant expiresAt,
            ApprovalStatus status) {
        this(id, pool, from, to, reason, askedAt, expiresAt, status, Optional.empty());
    }

    /** Whether it is about this very resize. */
    public boolean covers(int base, int wanted) {
        return from == base && to == wanted;
    }

    /** Whether it waits, and still may. */
    public boolean waits(Instant now) {
        return status == ApprovalStatus.WAITING && now.isBefore(expiresAt);
    }

    public Approval as(ApprovalStatus other) {
        return new Approval(id, pool, from, to, reason, askedAt, expiresAt, other, declined);
    }

    public Approval as(Declined word) {
        return new Approval(id, pool, from, to, reason, askedAt, expiresAt, ApprovalStatus.DECLINED, Optional.of(word));
    }

    /** What a no decides, whatever becomes of the intents behind it. */
    public Hold hold(Declined word) {
        return new Hold(pool, from, "%d→%d %s; it was %s".formatted(from, to, word.text(), reason), List.of());
    }
}
