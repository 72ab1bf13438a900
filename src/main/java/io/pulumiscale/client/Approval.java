package io.pulumiscale.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resize that waits for a person's word. */
public record Approval(
        long id,
        String pool,
        int from,
        int to,
        String reason,
        String status,
        Instant askedAt,
        Instant expiresAt,
        @Nullable Declined declined) {

    /** Who said no, and why. */
    public record Declined(String by, String reason, Instant at) {
        String told() {
            return io.pulumiscale.model.Declined.text(by, reason);
        }
    }

    String sizes() {
        return Sizes.told(from, to);
    }

    /** Those that wait. */
    public record All(List<Approval> approvals) {}
}
