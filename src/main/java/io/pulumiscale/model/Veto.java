package io.pulumiscale.model;

import java.time.Instant;

/**
 * A no that still counts: alerts and schedules do not ask again for a resize in its direction that needs a word.
 *
 * @param approval that was declined
 * @param until when they may at the latest
 */
public record Veto(Approval approval, Declined word, Instant until) {

    public Direction direction() {
        return approval.to() > approval.from() ? Direction.OUT : Direction.IN;
    }

    /** Whether a resize from the same size goes as far as the one that was declined. */
    public boolean reaches(int wanted) {
        return direction() == Direction.OUT ? wanted >= approval.to() : wanted <= approval.to();
    }

    /** For people: {@code 3→9 declined by ana: not tonight}. */
    public String text() {
        return "%d→%d %s".formatted(approval.from(), approval.to(), word.text());
    }
}
