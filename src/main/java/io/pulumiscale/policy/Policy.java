package io.pulumiscale.policy;

import io.pulumiscale.model.Decision;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides for one pool from all intents that are waiting for it.
 *
 * <p>Alerts do not add up: each recommends a size from the same base, and the largest wins, as with several policies of
 * one Auto Scaling group. People's intents are each meant: they apply on top of that, in order of arrival. The result is
 * clamped to the pool's bounds.
 */
public final class Policy {
    private static final Comparator<Recommendation> LARGEST_FIRST = Comparator.comparingInt(Recommendation::size)
            .reversed()
            .thenComparing(recommendation -> recommendation.intent().reason())
            .thenComparing(recommendation -> recommendation.intent().id());

    private Policy() {}

    /**
     * @param size the pool's present size
     * @param intents at least one, all for this pool, in order of arrival
     */
    public static Decision decide(Pool pool, int size, List<ScalingIntent> intents) {
        List<String> reasons = new ArrayList<>();
        Optional<Recommendation> largest = largest(size, intents);
        largest.ifPresent(recommendation -> reasons.add(recommendation.intent().reason()));
        int wanted = largest.map(Recommendation::size).orElse(size);
        for (ScalingIntent intent : people(intents)) {
            wanted = intent.change().from(wanted);
            reasons.add(intent.reason());
        }
        return decision(pool, size, wanted, reasons, intents);
    }

    private static Optional<Recommendation> largest(int size, List<ScalingIntent> intents) {
        return intents.stream()
                .filter(intent -> intent.source().automatic())
                .map(intent -> new Recommendation(intent, intent.change().from(size)))
                .min(LARGEST_FIRST);
    }

    private static List<ScalingIntent> people(List<ScalingIntent> intents) {
        return intents.stream().filter(intent -> !intent.source().automatic()).toList();
    }

    private static Decision decision(
            Pool pool, int size, int wanted, List<String> reasons, List<ScalingIntent> intents) {
        int clamped = pool.clamp(wanted);
        List<IntentId> ids = intents.stream().map(ScalingIntent::id).toList();
        String reason = String.join(
                "; ",
                Stream.concat(reasons.stream(), capped(wanted, clamped).stream())
                        .toList());
        return clamped == size
                ? new Hold(pool.name(), size, reason + held(wanted, clamped, size), ids)
                : new Resize(pool.name(), size, clamped, reason, ids);
    }

    private static Optional<String> capped(int wanted, int clamped) {
        if (wanted == clamped) {
            return Optional.empty();
        }
        return Optional.of("capped %d→%d by %s".formatted(wanted, clamped, wanted > clamped ? "max" : "min"));
    }

    private static String held(int wanted, int clamped, int size) {
        return wanted == clamped ? "; already " + size : "";
    }

    private record Recommendation(ScalingIntent intent, int size) {}
}
