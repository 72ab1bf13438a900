package io.pulumiscale.update;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.failsafe.event.ExecutionAttemptedEvent;
import io.pulumiscale.model.Update;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Retries lock conflicts, and nothing else, with exponential backoff and jitter. */
public final class UpdateRunner {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateRunner.class);

    private final StackUpdater updater;
    private final RetryPolicy<Outcome> policy;
    private final int tries;

    public UpdateRunner(StackUpdater updater, RetrySettings settings) {
        this.updater = updater;
        this.tries = settings.tries();
        this.policy = RetryPolicy.<Outcome>builder()
                .handleResultIf(Outcome.LockConflict.class::isInstance)
                .withMaxAttempts(settings.tries())
                .withBackoff(settings.firstDelay(), settings.longestDelay())
                .withJitter(settings.jitter())
                .onRetry(this::tellRetry)
                .build();
    }

    /** How an update ended, and after how many tries. A lock conflict means that retries are exhausted. */
    public record Result(Outcome outcome, int attempts) {}

    public Result run(Update update) {
        AtomicInteger attempts = new AtomicInteger();
        Outcome outcome = Failsafe.with(policy).get(() -> {
            attempts.incrementAndGet();
            return tried(update);
        });
        return new Result(outcome, attempts.get());
    }

    /** What an updater throws is a bug; Failsafe would try it again like a lock conflict. */
    private Outcome tried(Update update) {
        try {
            return updater.run(update);
        } catch (RuntimeException e) {
            LOG.error("update {} ended unexpectedly", update.id(), e);
            return new Outcome.Failed(e.toString());
        }
    }

    public StackState read() {
        return updater.read();
    }

    private void tellRetry(ExecutionAttemptedEvent<Outcome> event) {
        if (event.getLastResult() instanceof Outcome.LockConflict conflict) {
            LOG.info("try {} of {}: {}", event.getAttemptCount() + 1, tries, conflict.reason());
        }
    }
}
