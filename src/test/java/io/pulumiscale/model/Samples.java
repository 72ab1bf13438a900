package io.pulumiscale.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pools and intents for tests of all packages. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-20T09:32:00Z");

    /** Alerts are decided at once, and once. */
    public static final ScalingRules AT_ONCE = new ScalingRules(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            StepLimit.none(),
            Duration.ZERO,
            Paused.NONE,
            Optional.empty(),
            List.of());

    private Samples() {}

    public static Pool pool(String name, int min, int max) {
        return new Pool(name, PoolKind.EC2, min, max, min, 2, 1, Map.of(), AT_ONCE);
    }

    public static Pool with(Pool it, ScalingRules rules) {
        return new Pool(
                it.name(),
                it.kind(),
                it.minSize(),
                it.maxSize(),
                it.initialSize(),
                it.scaleOutStep(),
                it.scaleInStep(),
                it.alarms(),
                rules);
    }

    /** An alert's intent; the key is also the id. */
    public static ScalingIntent alert(String key, String pool, Change change) {
        return intent(key, pool, change, Source.ALERTMANAGER, Optional.of(new Firing(key, NOW)));
    }

    /** A person's intent; the key is also the id. */
    public static ScalingIntent person(String key, String pool, Change change) {
        return intent(key, pool, change, Source.MANUAL, Optional.empty());
    }

    private static ScalingIntent intent(
            String key, String pool, Change change, Source source, Optional<Firing> firing) {
        String reason = "%s, %s".formatted(key, change.text());
        return new ScalingIntent(new IntentId(key), pool, change, source, reason, firing, key, NOW);
    }
}
