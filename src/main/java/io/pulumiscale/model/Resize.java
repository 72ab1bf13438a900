package io.pulumiscale.model;

import java.util.List;

/**
 * Change the pool's size.
 *
 * @param from the size that it was decided from; the update refuses if the stack remembers another
 * @param to the absolute size, within the pool's bounds and different from {@code from}
 */
public record Resize(String pool, int from, int to, String reason, List<IntentId> intents) implements Decision {

    public Resize {
        intents = List.copyOf(intents);
        if (from == to) {
            throw new IllegalArgumentException("%s: %d→%d is no resize".formatted(pool, from, to));
        }
    }

    /** One line for the stack's history. */
    public String message() {
        return "%s %d→%d: %s".formatted(pool, from, to, reason);
    }
}
