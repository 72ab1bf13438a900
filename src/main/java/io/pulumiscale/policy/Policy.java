package io.pulumiscale.policy;

import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Pause;
import io.pulumiscale.model.Paused;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Restraints;
import io.pulumiscale.model.ScalingIntent;
import java.util.Comparator;
import java.util.List;

/**
 * Decides for one pool: what alerts want, the largest first; what brakes leave of it; what people want on top of that, in
 * order of arrival; all within the bounds of the time; and, beyond a threshold, only with a person's word.
 */
public final class Policy {
    private final Situation situation;
    private final Bounds bounds;
    private final Brakes brakes;

    private Policy(Situation situation) {
        this.situation = situation;
        this.bounds = Bounds.of(situation.pool(), situation.now());
        this.brakes = new Brakes(situation);
    }

    /** A function of the situation alone. */
    public static Verdict decide(Situation situation) {
        Policy policy = new Policy(situation);
        return policy.verdict(policy.people(policy.alerts()));
    }

    /** What holds the pool in this situation, for people to see. */
    public static Restraints restraints(Situation situation) {
        Policy policy = new Policy(situation);
        return new Restraints(
                policy.bounds.clamp(0),
                policy.bounds.clamp(Integer.MAX_VALUE),
                policy.brakes.cooldownEnd(Direction.OUT),
                policy.brakes.cooldownEnd(Direction.IN),
                policy.brakes.backoffEnd(Direction.OUT),
                policy.brakes.backoffEnd(Direction.IN),
                paused(situation),
                Vetoes.now(situation));
    }

    private static Paused paused(Situation situation) {
        Paused paused = situation.rules().paused();
        for (Pause pause : situation.pauses()) {
            paused = paused.and(pause.direction());
        }
        return paused;
    }

    private Wish alerts() {
        Wish wanted = brakes.limited(brakes.stabilized(largest()));
        boolean inVain = bounds.clamp(wanted.size()) == situation.size();
        return brakes.heldForBounds(bounds.clamp(inVain ? wanted : brakes.heldForAlerts(wanted)));
    }

    private Wish largest() {
        Wish stay = Wish.toStay(situation.size());
        return Recommendation.now(situation)
                .map(it -> stay.asked(it.size(), it.reason()))
                .orElseGet(() -> over(stay));
    }

    /** What has come in vain is named all the same. */
    private Wish over(Wish stay) {
        return situation.automatic().stream()
                .map(ScalingIntent::reason)
                .min(Comparator.naturalOrder())
                .map(reason -> stay.altered(stay.size(), reason + ", which is over"))
                .orElse(stay);
    }

    private Wish people(Wish before) {
        List<ScalingIntent> people = situation.people();
        int size = before.size();
        for (ScalingIntent intent : people) {
            size = intent.change().from(size);
        }
        return people.isEmpty()
                ? before
                : bounds.clamp(before.asked(
                        size, people.stream().map(ScalingIntent::reason).toList()));
    }

    private Verdict verdict(Wish wish) {
        if (wish.size() != situation.size()) {
            return new Consent(situation)
                    .to(new Resize(
                            situation.pool().name(), situation.size(), wish.size(), wish.reason(), situation.ids()));
        }
        return situation.intents().isEmpty()
                ? new Verdict.Nothing(wish.reason())
                : new Verdict.Decided(new Hold(situation.pool().name(), situation.size(), held(wish), situation.ids()));
    }

    private static String held(Wish wish) {
        return wish.altered() ? wish.reason() : "%s; already %d".formatted(wish.reason(), wish.size());
    }
}
