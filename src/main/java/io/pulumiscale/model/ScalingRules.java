package io.pulumiscale.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a pool may be resized, beside its bounds. Cooldowns, window, step and alert time to live are for alerts; a person's
 * request is under the approval alone. The rules of each are in docs/deciding.md.
 *
 * @param cooldownOut how long after any resize of the pool alerts do not scale out; 0 to 24 h
 * @param cooldownIn likewise scale in
 * @param stabilization alerts scale in to the largest size that any alert wanted within it; 0 to 24 h
 * @param step how far alerts may go at once
 * @param alertTtl how long a firing alert that nobody resolves is decided again; 0 (decided once) to 7 days
 * @param paused what alerts and schedules may not do now
 * @param approval from which change on a resize waits for a person's word; empty: never
 * @param schedule bounds at certain times; of several at once the largest minimum and the smallest maximum count
 */
public record ScalingRules(
        Duration cooldownOut,
        Duration cooldownIn,
        Duration stabilization,
        StepLimit step,
        Duration alertTtl,
        Paused paused,
        Optional<ApprovalRule> approval,
        List<ScheduledBounds> schedule) {

    public ScalingRules {
        schedule = List.copyOf(schedule);
    }

    /** What a pool has that says nothing of it. */
    public static ScalingRules standard() {
        return new ScalingRules(
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                StepLimit.none(),
                Duration.ofHours(1),
                Paused.NONE,
                Optional.empty(),
                List.of());
    }

    public Duration cooldown(Direction direction) {
        return direction == Direction.OUT ? cooldownOut : cooldownIn;
    }
}
