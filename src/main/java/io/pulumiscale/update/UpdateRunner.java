package io.pulumiscale.update;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.failsafe.event.ExecutionScheduledEvent;
import io.pulumiscale.model.Update;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Retries lock conflicts, and nothing else, with exponential backoff and jitter, until it is told to end. */
public final class UpdateRunner {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateRunner.class);

    private final StackUpdater updater;
    private final RetryPolicy<Outcome> policy;
    private final int tries;
    private final Pauses pauses;

    public UpdateRunner(StackUpdater updater, RetrySettings settings) {
        this(updater, settings, new Pauses());
    }

    UpdateRunner(StackUpdater updater, RetrySettings settings, Pauses pauses) {
        this.updater = updater;
        this.tries = settings.tries();
        this.pauses = pauses;
        this.policy = RetryPolicy.<Outcome>builder()
                .handleResultIf(Outcome.LockConflict.class::isInstance)
                .withMaxAttempts(settings.tries())
                .withBackoff(settings.firstDelay(), settings.longestDelay())
                .withJitter(settings.jitter())
                .onRetryScheduled(this::tellRetry)
                .build();
    }

    /**
     * How an update ended, and after how many tries; none if it was told to end before. A lock conflict means that retries
     * are exhausted.
     */
    public record Result(Outcome outcome, int attempts) {}

    /** Told of each try that found the stack locked: how many there were, and whose lock it is, for people. */
    public interface Progress {
        void waiting(int attempts, String reason);
    }

    /** Not to be interrupted: whoever calls it waits, and another thread tries. */
    public Result run(Update update, Progress progress) {
        AtomicInteger attempts = new AtomicInteger();
        Outcome outcome = Failsafe.with(policy)
                .with(pauses)
                .getAsync(execution -> next(update, attempts, execution, progress))
                .join();
        return new Result(outcome, attempts.get());
    }

    public StackState read() {
        return updater.read();
    }

    public Optional<String> engineVersion() {
        return updater.engineVersion();
    }

    public Checkpoint checkpoint() {
        return updater.checkpoint();
    }

    public Refreshed refresh(Set<String> pools) {
        return updater.refresh(pools);
    }

    /** No further try: who waits for one stops waiting. A try that is running goes on. */
    public void end() {
        pauses.end();
    }

    /** Ends the try that is running, too. */
    public void stop() {
        end();
        updater.stop();
    }

    private Outcome next(
            Update update, AtomicInteger attempts, ExecutionContext<Outcome> execution, Progress progress) {
        if (pauses.ended()) {
            return toldToEnd(execution);
        }
        int attempt = attempts.incrementAndGet();
        Outcome outcome = tried(update);
        if (outcome instanceof Outcome.LockConflict conflict) {
            tell(progress, attempt, conflict);
        }
        return outcome;
    }

    private static Outcome toldToEnd(ExecutionContext<Outcome> execution) {
        return new Outcome.Interrupted(
                execution.getLastResult() instanceof Outcome.LockConflict conflict
                        ? "the scaler was told to end while " + conflict.reason()
                        : "the scaler was told to end before it began");
    }

    /** What an updater throws is a bug; Failsafe would try it again like a lock conflict. */
    @SuppressWarnings("try") // it is closed, and that is its use
    private Outcome tried(Update update) {
        try (MDC.MDCCloseable unused = MDC.putCloseable("update", Long.toString(update.id()))) {
            return updater.run(update);
        } catch (RuntimeException e) {
            LOG.error("update {} ended unexpectedly", update.id(), e);
            return new Outcome.Failed(e.toString());
        }
    }

    /** The update counts more than the news of it. */
    private static void tell(Progress progress, int attempt, Outcome.LockConflict conflict) {
        try {
            progress.waiting(attempt, conflict.reason());
        } catch (RuntimeException e) {
            LOG.warn("that an update waits could not be told: {}", e.getMessage());
        }
    }

    private void tellRetry(ExecutionScheduledEvent<Outcome> event) {
        if (event.getLastResult() instanceof Outcome.LockConflict conflict && !pauses.ended()) {
            LOG.info("try {} of {}: {}", event.getAttemptCount() + 1, tries, conflict.reason());
        }
    }
}
