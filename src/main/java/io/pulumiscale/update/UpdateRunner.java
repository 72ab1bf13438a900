package io.pulumiscale.update;

import io.pulumiscale.model.Update;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Retries lock conflicts, and nothing else, with exponential backoff and jitter, until it is told to end. */
public final class UpdateRunner {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateRunner.class);

    private final StackUpdater updater;
    private final RetrySettings settings;
    private final RandomGenerator chance;
    private final CountDownLatch ending = new CountDownLatch(1);

    public UpdateRunner(StackUpdater updater, RetrySettings settings) {
        this(updater, settings, new SplittableRandom());
    }

    UpdateRunner(StackUpdater updater, RetrySettings settings, RandomGenerator chance) {
        this.updater = updater;
        this.settings = settings;
        this.chance = chance;
    }

    /** How an update ended, and after how many tries. A lock conflict means that retries are exhausted. */
    public record Result(Outcome outcome, int attempts) {}

    public Result run(Update update) {
        for (int attempt = 1; ; attempt++) {
            Outcome outcome = tried(update);
            Optional<Outcome> last = last(outcome, attempt);
            if (last.isPresent()) {
                return new Result(last.get(), attempt);
            }
        }
    }

    public StackState read() {
        return updater.read();
    }

    /** No further try: who waits for one stops waiting. A try that is running goes on. */
    public void end() {
        ending.countDown();
    }

    /** Ends the try that is running, too. */
    public void stop() {
        end();
        updater.stop();
    }

    /** Empty if it is to be tried again, now. */
    private Optional<Outcome> last(Outcome outcome, int attempt) {
        if (!(outcome instanceof Outcome.LockConflict conflict) || attempt >= settings.tries()) {
            return Optional.of(outcome);
        }
        LOG.info("try {} of {}: {}", attempt + 1, settings.tries(), conflict.reason());
        return toldToEndWithin(settings.delay(attempt, chance))
                ? Optional.of(new Outcome.Interrupted("the scaler was told to end while " + conflict.reason()))
                : Optional.empty();
    }

    private boolean toldToEndWithin(Duration delay) {
        try {
            return ending.await(delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** What an updater throws is a bug, and not worth another try. */
    private Outcome tried(Update update) {
        try {
            return updater.run(update);
        } catch (RuntimeException e) {
            LOG.error("update {} ended unexpectedly", update.id(), e);
            return new Outcome.Failed(e.toString());
        }
    }
}
