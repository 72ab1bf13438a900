package io.pulumiscale.http;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Declined;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An approval as it is shown; times are ISO 8601 in UTC.
 *
 * @param declined null unless somebody has said no
 */
record ApprovalView(
        long id,
        String pool,
        int from,
        int to,
        String reason,
        String status,
        String askedAt,
        String expiresAt,
        @Nullable Word declined) {

    static ApprovalView of(Approval it) {
        return new ApprovalView(
                it.id(),
                it.pool(),
                it.from(),
                it.to(),
                it.reason(),
                it.status().name().toLowerCase(Locale.ROOT),
                it.askedAt().toString(),
                it.expiresAt().toString(),
                it.declined().map(Word::of).orElse(null));
    }

    /** A no. */
    record Word(String by, String reason, String at) {
        static Word of(Declined it) {
            return new Word(it.by(), it.reason(), it.at().toString());
        }
    }
}
