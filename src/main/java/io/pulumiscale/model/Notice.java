package io.pulumiscale.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that people asked to be told of.
 *
 * @param id of a later notice it is larger
 * @param from the size before, or the one that the pool stays at
 * @param to the size that is wanted or, once it was reached, there; equal to {@code from} where the pool stays
 * @param reason of the decision
 * @param problem why the update did not succeed, or who has declined it and why
 * @param update which has ended
 * @param approval which is waited for
 */
public record Notice(
        long id,
        NoticeKind kind,
        String pool,
        int from,
        int to,
        String reason,
        Optional<String> problem,
        Optional<Long> update,
        Optional<Long> approval,
        Instant at) {

    /** The same each time that it is sent, and another's in no other journal: ids of a new one begin again. */
    public String key() {
        return "notice-%d-%d".formatted(id, at.toEpochMilli());
    }
}
