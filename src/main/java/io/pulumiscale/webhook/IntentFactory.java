package io.pulumiscale.webhook;

import io.pulumiscale.model.Change;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import java.time.Clock;
import java.time.Instant;
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

    ScalingIntent make(IntentId id, Pool pool, Change change, Source source, String cause, String key) {
        String reason = PlainText.of(cause, LONGEST_CAUSE) + ", " + change.text();
        return new ScalingIntent(id, pool.name(), change, source, reason, key, now());
    }
}
