package io.pulumiscale.model;

import java.time.Instant;
import java.util.Locale;

/**
 * A person's word, given while the scaler runs, that alerts and schedules do not resize a pool in a direction until another
 * word.
 *
 * @param reason for people; may be empty
 * @param by who gave it, as they say themselves; may be empty
 */
public record Pause(String pool, Direction direction, String reason, String by, Instant since) {

    /** For people: {@code paused: out, by ana: we are moving house}. */
    public String text() {
        return "paused: %s%s%s"
                .formatted(
                        direction.name().toLowerCase(Locale.ROOT),
                        by.isEmpty() ? "" : ", by " + by,
                        reason.isEmpty() ? "" : ": " + reason);
    }
}
