package io.pulumiscale.scaler;

import io.pulumiscale.model.Alert;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Pause;
import io.pulumiscale.model.Restraints;
import io.pulumiscale.policy.Policy;
import io.pulumiscale.policy.Situation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What wants to resize a pool, and what holds it.
 *
 * @param firing alerts that have not ended; one past its time to live does not count any more
 * @param waiting how many intents are not answered yet
 * @param approval a resize that waits for a person's word
 * @param pauses by people's word; what is configured is in the pool's rules
 */
public record Outlook(
        List<Firing> firing, int waiting, Restraints restraints, List<Pause> pauses, Optional<Approval> approval) {
    public Outlook {
        firing = List.copyOf(firing);
        pauses = List.copyOf(pauses);
    }

    /**
     * An alert that has not ended.
     *
     * @param counts whether its time to live is not over
     */
    public record Firing(Alert alert, Instant expiresAt, boolean counts) {}

    static Outlook of(Situation situation) {
        return new Outlook(
                situation.alerts().stream()
                        .filter(alert -> !alert.over())
                        .map(alert -> firing(alert, situation))
                        .toList(),
                situation.intents().size(),
                Policy.restraints(situation),
                situation.pauses(),
                situation.approval().filter(approval -> approval.waits(situation.now())));
    }

    private static Firing firing(Alert alert, Situation situation) {
        Instant expiresAt = alert.heardAt().plus(situation.pool().rules().alertTtl());
        return new Firing(alert, expiresAt, situation.now().isBefore(expiresAt));
    }
}
