package io.pulumiscale.client;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request.
 *
 * @param state {@code waiting}, {@code approval}, {@code held}, {@code updating}, {@code applied}, {@code failed} or
 *     {@code stalled}
 * @param decision that answers it
 */
public record Story(
        String intent,
        String pool,
        String change,
        String state,
        @Nullable String why,
        @Nullable Long approval,
        @Nullable Entry decision,
        List<Entry> earlier) {

    /** Whether it has ended, and how. */
    public Outcome outcome() {
        return switch (state) {
            case "applied" -> Outcome.DONE;
            case "held" -> isThere() ? Outcome.DONE : Outcome.HELD;
            case "failed", "stalled" -> Outcome.FAILED;
            default -> Outcome.OPEN;
        };
    }

    /** Whoever wants seven where there are seven has what was asked for. */
    private boolean isThere() {
        return decision != null && change.equals("=" + decision.to());
    }

    Optional<Update> update() {
        return Optional.ofNullable(decision).flatMap(it -> Optional.ofNullable(it.update()));
    }

    String reason() {
        return why == null ? "the scaler does not say why" : why;
    }
}
