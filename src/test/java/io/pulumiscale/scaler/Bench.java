package io.pulumiscale.scaler;

import io.pulumiscale.SteppedClock;
import io.pulumiscale.journal.MemoryJournal;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Samples;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Update;
import io.pulumiscale.update.RetrySettings;
import io.pulumiscale.update.UpdateRunner;
import java.time.Duration;
import java.util.List;

/** A scaler on a fake stack: pools {@code web} and {@code api}, 1 to 20, at 3 and 4. */
final class Bench {
    static final int TRIES = 3;

    final FakeStack stack = new FakeStack().with("web", 3).with("api", 4);
    final FlakyJournal journal = new FlakyJournal(new MemoryJournal(10_000));
    final SteppedClock clock = new SteppedClock(Samples.NOW);
    final ObservedStack observed = new ObservedStack();
    PoolCatalog pools = PoolCatalog.of(List.of(Samples.pool("web", 1, 20), Samples.pool("api", 1, 20)));
    final Status status = new Status(() -> pools, observed, journal, clock);
    final Scaler scaler = scaler(new RetrySettings(TRIES, Duration.ofMillis(1), Duration.ofMillis(2), 0));

    Scaler scaler(RetrySettings retries) {
        return new Scaler(journal, new UpdateRunner(stack, retries), () -> pools, observed, clock);
    }

    void append(ScalingIntent... intents) {
        journal.append(List.of(intents), List.of(), Samples.NOW);
    }

    void end(AlertEnd end) {
        journal.append(List.of(), List.of(end), clock.instant());
    }

    void failNextEnd() {
        journal.failNextEnd();
    }

    String lastReason(String pool) {
        return status.pool(pool)
                .orElseThrow()
                .lastDecision()
                .orElseThrow()
                .decision()
                .reason();
    }

    Update lastUpdate() {
        return journal.updates(1).get(0);
    }
}
