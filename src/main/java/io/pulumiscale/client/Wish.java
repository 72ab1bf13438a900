package io.pulumiscale.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person asks of a pool's size.
 *
 * @param change {@code =7}, {@code +2}, {@code -1} or {@code -25%}
 * @param reason empty: none is given
 * @param key the same again is not done twice
 */
public record Wish(String pool, String change, String reason, String key) {
    private static final Pattern CHANGE = Pattern.compile("(=?)([+-]?\\d{1,9})(%?)");

    /** As {@code POST /scale} wants it. */
    Body body() {
        Matcher parts = CHANGE.matcher(change);
        if (!parts.matches()) {
            throw new IllegalArgumentException(change + " is no change");
        }
        String action = !parts.group(1).isEmpty() ? "set" : parts.group(3).isEmpty() ? "delta" : "percent";
        return new Body(action, Integer.parseInt(parts.group(2)), reason.isEmpty() ? "by hand" : reason);
    }

    record Body(String action, int value, String reason) {}
}
