package io.pulumiscale.stack;

import io.pulumiscale.model.ApprovalRule;
import io.pulumiscale.model.Paused;
import io.pulumiscale.model.ScalingRules;
import io.pulumiscale.model.StepLimit;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads how a pool may be resized; every kind has the same keys for it, and needs none. */
final class RulesReader {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private final Section section;
    private final Durations durations;
    private final ScheduleReader schedule;

    RulesReader(Section section, ScheduleReader schedule) {
        this.section = section;
        this.durations = new Durations(section);
        this.schedule = schedule;
    }

    ScalingRules read() {
        ScalingRules standard = ScalingRules.standard();
        return new ScalingRules(
                durations.read("cooldownOut", Duration.ZERO, DAY, standard.cooldownOut()),
                durations.read("cooldownIn", Duration.ZERO, DAY, standard.cooldownIn()),
                durations.read("stabilization", Duration.ZERO, DAY, standard.stabilization()),
                step(),
                durations.read("alertTtl", Duration.ZERO, WEEK, standard.alertTtl()),
                paused().orElse(standard.paused()),
                approval(),
                schedule.read(section));
    }

    private StepLimit step() {
        return new StepLimit(
                section.optionalInteger("maxStep", 1, PoolSpecReader.LARGEST),
                section.optionalInteger("maxStepPercent", 1, 1000));
    }

    private Optional<Paused> paused() {
        return section.has("paused") ? section.choice("paused", Paused.keys()).flatMap(Paused::of) : Optional.empty();
    }

    private Optional<ApprovalRule> approval() {
        OptionalInt above = section.optionalInteger("approvalAbove", 0, PoolSpecReader.LARGEST);
        Duration ttl = durations.read("approvalTtl", Duration.ofSeconds(1), WEEK, Duration.ofHours(1));
        if (section.has("approvalTtl") && !section.has("approvalAbove")) {
            section.fault("approvalTtl", "means nothing without approvalAbove");
        }
        return above.isPresent() ? Optional.of(new ApprovalRule(above.getAsInt(), ttl)) : Optional.empty();
    }
}
