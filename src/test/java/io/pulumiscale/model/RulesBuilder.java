package io.pulumiscale.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Rules that differ from {@link Samples#AT_ONCE} in what is said. */
public final class RulesBuilder {
    private Duration cooldownOut = Duration.ZERO;
    private Duration cooldownIn = Duration.ZERO;
    private Duration stabilization = Duration.ZERO;
    private StepLimit step = StepLimit.none();
    private Duration alertTtl = Duration.ZERO;
    private Paused paused = Paused.NONE;
    private Optional<ApprovalRule> approval = Optional.empty();
    private List<ScheduledBounds> schedule = List.of();

    public RulesBuilder cooldownOut(String duration) {
        cooldownOut = Duration.parse(duration);
        return this;
    }

    public RulesBuilder cooldownIn(String duration) {
        cooldownIn = Duration.parse(duration);
        return this;
    }

    public RulesBuilder stabilization(String duration) {
        stabilization = Duration.parse(duration);
        return this;
    }

    public RulesBuilder step(int size) {
        step = new StepLimit(OptionalInt.of(size), step.percent());
        return this;
    }

    public RulesBuilder stepPercent(int percent) {
        step = new StepLimit(step.size(), OptionalInt.of(percent));
        return this;
    }

    public RulesBuilder alertTtl(String duration) {
        alertTtl = Duration.parse(duration);
        return this;
    }

    public RulesBuilder paused(Paused what) {
        paused = what;
        return this;
    }

    public RulesBuilder approval(int above, String ttl) {
        approval = Optional.of(new ApprovalRule(above, Duration.parse(ttl)));
        return this;
    }

    public RulesBuilder schedule(ScheduledBounds... some) {
        schedule = List.of(some);
        return this;
    }

    public ScalingRules build() {
        return new ScalingRules(cooldownOut, cooldownIn, stabilization, step, alertTtl, paused, approval, schedule);
    }

    /** A pool {@code web} with these rules. */
    public Pool pool(int min, int max) {
        Pool plain = Samples.pool("web", min, max);
        return Samples.with(plain, build());
    }
}
