package io.pulumiscale.policy;

import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Pause;
import io.pulumiscale.model.ScalingRules;
import io.pulumiscale.model.Veto;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** What keeps alerts and schedules, but not people, from a size. The rules are in docs/deciding.md. */
final class Brakes {
    /** What failed is not tried again at once, and what was declined not asked for again, whatever the cooldown. */
    private static final Duration SHORTEST_REST = Duration.ofSeconds(30);

    private final Situation situation;
    private final ScalingRules rules;

    Brakes(Situation situation) {
        this.situation = situation;
        this.rules = situation.rules();
    }

    /** Scale in waits until nothing in the window has wanted more. */
    Wish stabilized(Wish wish) {
        if (wish.size() >= situation.size()) {
            return wish;
        }
        return Recommendation.lately(situation)
                .filter(it -> it.size() > wish.size())
                .map(it -> wish.altered(
                        Math.min(it.size(), situation.size()),
                        "stabilization of %s: %s".formatted(rules.stabilization(), it.reason())))
                .orElse(wish);
    }

    /** No further than one step. */
    Wish limited(Wish wish) {
        int step = rules.step().from(situation.size());
        long distance = (long) wish.size() - situation.size();
        if (Math.abs(distance) <= step) {
            return wish;
        }
        int limited = situation.size() + Long.signum(distance) * step;
        return wish.altered(limited, "limited %d→%d by the step".formatted(wish.size(), limited));
    }

    /** What an alert wants: not while it is paused, not so soon after a failure or a resize. */
    Wish heldForAlerts(Wish wish) {
        return held(wish, Stream.of(this::pause, this::backoff, this::cooldown));
    }

    /** What bounds want: a cooldown is no reason to be outside of them. */
    Wish heldForBounds(Wish wish) {
        return held(wish, Stream.of(this::pause, this::backoff));
    }

    private Wish held(Wish wish, Stream<Brake> brakes) {
        if (wish.size() == situation.size()) {
            return wish;
        }
        Direction direction = situation.direction(wish.size());
        return Stream.concat(veto(wish).stream(), brakes.flatMap(brake -> brake.on(direction).stream()))
                .findFirst()
                .map(reason -> wish.altered(situation.size(), reason))
                .orElse(wish);
    }

    private Optional<String> veto(Wish wish) {
        return Vetoes.against(wish.size(), situation).map(Veto::text);
    }

    private Optional<String> pause(Direction direction) {
        return rules.paused().stops(direction)
                ? Optional.of("paused: " + rules.paused().key())
                : situation.pauses().stream()
                        .filter(pause -> pause.direction() == direction)
                        .map(Pause::text)
                        .findFirst();
    }

    private Optional<String> backoff(Direction direction) {
        return backoffEnd(direction).map(end -> "the last update failed, backoff until " + wholeSeconds(end));
    }

    private Optional<String> cooldown(Direction direction) {
        return cooldownEnd(direction).map(end -> "cooldown until " + wholeSeconds(end));
    }

    /** Of a backoff that is not over. */
    Optional<Instant> backoffEnd(Direction direction) {
        return end(situation.history().failedAt(), rest(rules, direction));
    }

    /** After what did not succeed, and after a no. */
    static Duration rest(ScalingRules rules, Direction direction) {
        Duration cooldown = rules.cooldown(direction);
        return cooldown.compareTo(SHORTEST_REST) > 0 ? cooldown : SHORTEST_REST;
    }

    /** Of a cooldown that is not over. */
    Optional<Instant> cooldownEnd(Direction direction) {
        return end(situation.history().resizedAt(), rules.cooldown(direction));
    }

    private Optional<Instant> end(Optional<Instant> begin, Duration length) {
        return begin.map(at -> at.plus(length)).filter(situation.now()::isBefore);
    }

    /** Never before the end itself. */
    private static Instant wholeSeconds(Instant end) {
        Instant down = end.truncatedTo(ChronoUnit.SECONDS);
        return down.equals(end) ? end : down.plusSeconds(1);
    }

    private interface Brake {
        Optional<String> on(Direction direction);
    }
}
