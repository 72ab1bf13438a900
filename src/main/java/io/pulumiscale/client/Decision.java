package io.pulumiscale.client;

import java.time.Instant;

/** What was decided of a pool. */
public record Decision(long id, Instant at, String type, int from, int to, String reason) {

    boolean resizes() {
        return type.equals("resize");
    }

    /** {@code 3→5}, or {@code 3} where it stays. */
    String sizes() {
        return Sizes.told(from, to);
    }
}
