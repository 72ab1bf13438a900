package io.pulumiscale.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of thing that a token may let its bearer do; the key is the word in {@code pulumiscale:tokens}. */
public enum Right {
    /** Ask for sizes, updates and approvals. */
    READ,
    /** Send alerts and requests. */
    SCALE,
    /** Give the word that a large resize waits for. */
    APPROVE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Right> of(String key) {
        return Arrays.stream(values()).filter(right -> right.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Right::key).toList();
    }
}
