package io.pulumiscale.client;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One update of the stack. */
public record Update(
        long id,
        String status,
        String message,
        int attempts,
        @Nullable String problem,
        @Nullable Integer stackVersion,
        Instant plannedAt,
        @Nullable Instant endedAt,
        @Nullable Double seconds) {

    boolean is(String one) {
        return status.equals(one);
    }

    /** By its message, which has every pool of it: {@code web 3→5: …; workers 2→4: …}. */
    boolean about(String pool) {
        return message.startsWith(pool + " ") || message.contains("; " + pool + " ");
    }

    /** {@code update 12 succeeded in 2.4 s}. */
    String told() {
        String how = status.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(seconds)
                .map(it -> "update %d %s in %s".formatted(id, how, Moments.seconds(it)))
                .orElseGet(() -> "update %d %s".formatted(id, how));
    }
}
