package io.pulumiscale.policy;

import io.pulumiscale.model.Alert;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Firing;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Pause;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolHistory;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.ScalingRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that is known when one pool is decided.
 *
 * @param size the pool's present size
 * @param intents that wait, in order of arrival, all for this pool
 * @param alerts of this pool: those that fire, those behind the intents, those that ended within the stabilization window
 * @param approval the pool's latest
 * @param declined the pool's latest that was declined
 * @param pauses of this pool, given while the scaler runs; those that are configured are the pool's rules
 */
public record Situation(
        Pool pool,
        int size,
        List<ScalingIntent> intents,
        List<Alert> alerts,
        PoolHistory history,
        Optional<Approval> approval,
        Optional<Approval> declined,
        List<Pause> pauses,
        Instant now) {

    public Situation {
        intents = List.copyOf(intents);
        alerts = List.copyOf(alerts);
        pauses = List.copyOf(pauses);
    }

    /** Of a pool that nobody has paused, and of which nothing was declined. */
    public Situation(
            Pool pool,
            int size,
            List<ScalingIntent> intents,
            List<Alert> alerts,
            PoolHistory history,
            Optional<Approval> approval,
            Instant now) {
        this(pool, size, intents, alerts, history, approval, Optional.empty(), List.of(), now);
    }

    ScalingRules rules() {
        return pool.rules();
    }

    List<IntentId> ids() {
        return intents.stream().map(ScalingIntent::id).toList();
    }

    List<ScalingIntent> people() {
        return intents.stream().filter(intent -> !intent.source().automatic()).toList();
    }

    List<ScalingIntent> automatic() {
        return intents.stream().filter(intent -> intent.source().automatic()).toList();
    }

    /** The alerts that an intent waits for. */
    Set<String> news() {
        return intents.stream()
                .flatMap(intent -> intent.firing().stream())
                .map(Firing::alert)
                .collect(Collectors.toSet());
    }

    /** What a change makes of the present size. */
    int after(Change change) {
        return change.from(size);
    }

    /** To another size. */
    Direction direction(int to) {
        return to > size ? Direction.OUT : Direction.IN;
    }
}
