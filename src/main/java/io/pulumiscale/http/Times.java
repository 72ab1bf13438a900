package io.pulumiscale.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads points in time as they stand in a query. */
final class Times {
    private static final Duration LONGEST = Duration.ofDays(3_660);

    private Times() {}

    /**
     * A time, {@code 2026-11-24T03:00:00Z}, or how long ago it was, {@code PT6H}.
     *
     * @throws Refusal it is neither
     */
    static Instant since(String text, Clock clock) {
        try {
            return text.startsWith("P")
                    ? clock.instant().minus(ago(text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            throw Refusal.badRequest(
                    "since is a time, as 2026-11-24T03:00:00Z, or a duration up to now, as PT6H or P7D (ISO 8601)");
        }
    }

    private static Duration ago(String text) {
        Duration ago = Duration.parse(text);
        if (ago.isNegative() || ago.compareTo(LONGEST) > 0) {
            throw new DateTimeException("beyond what anybody keeps");
        }
        return ago;
    }
}
