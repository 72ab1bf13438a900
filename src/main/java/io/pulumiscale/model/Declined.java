package io.pulumiscale.model;

import java.time.Instant;

/**
 * A person's no to a resize that waited for a word.
 *
 * @param by who said it, as they say themselves; may be empty
 * @param reason for people; may be empty
 */
public record Declined(String by, String reason, Instant at) {

    /** For people: {@code declined by ana: not tonight}. */
    public String text() {
        return text(by, reason);
    }

    /** The same of one of which no more is known. */
    public static String text(String by, String reason) {
        return "declined%s%s".formatted(by.isEmpty() ? "" : " by " + by, reason.isEmpty() ? "" : ": " + reason);
    }
}
