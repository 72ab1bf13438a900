package io.pulumiscale.webhook;

import io.pulumiscale.model.Change;
import io.pulumiscale.model.Firing;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes intents: a new id each, received now. */
public final class IntentFactory {
    private static final int LONGEST_CAUSE = 200;

    private final Clock clock;
    private final RandomGenerator random;

    public IntentFactory(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    Instant now() {
        return clock.instant();
    }

    IntentId nextId() {
        return IntentId.next(clock, random);
    }

    /** What a firing alert asks for. Deliveries that say the same of the same alert have one key. */
    ScalingIntent alert(Pool pool, Change change, Source source, String cause, Firing firing, String key) {
        return make(nextId(), pool, change, source, PlainText.of(cause, LONGEST_CAUSE), Optional.of(firing), key);
    }

    /** @param cause fit and short, as was checked */
    ScalingIntent person(IntentId id, Pool pool, Change change, String cause, String key) {
        return make(id, pool, change, Source.MANUAL, cause, Optional.empty(), key);
    }

    private ScalingIntent make(
            IntentId id, Pool pool, Change change, Source source, String cause, Optional<Firing> firing, String key) {
        String reason = cause + ", " + change.text();
        return new ScalingIntent(id, pool.name(), change, source, reason, firing, key, now());
    }
}
