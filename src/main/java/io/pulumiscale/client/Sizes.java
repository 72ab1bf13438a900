package io.pulumiscale.client;

import org.jspecify.annotations.Nullable;

/** Sizes as people read them. */
final class Sizes {
    private Sizes() {}

    /** {@code 3→5}, or {@code 3} if both are; what is not known is a question mark. */
    static String told(@Nullable Integer from, @Nullable Integer to) {
        String first = from == null ? "?" : from.toString();
        String second = to == null ? "?" : to.toString();
        return first.equals(second) ? first : first + "→" + second;
    }
}
