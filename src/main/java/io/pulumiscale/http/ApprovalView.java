package io.pulumiscale.http;

import io.pulumiscale.model.Approval;
import java.util.Locale;

/** An approval as it is shown; times are ISO 8601 in UTC. */
record ApprovalView(
        long id, String pool, int from, int to, String reason, String status, String askedAt, String expiresAt) {

    static ApprovalView of(Approval it) {
        return new ApprovalView(
                it.id(),
                it.pool(),
                it.from(),
                it.to(),
                it.reason(),
                it.status().name().toLowerCase(Locale.ROOT),
                it.askedAt().toString(),
                it.expiresAt().toString());
    }
}
