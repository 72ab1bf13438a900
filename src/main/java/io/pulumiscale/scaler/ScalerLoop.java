package io.pulumiscale.scaler;

import io.pulumiscale.journal.Appended;
import io.pulumiscale.journal.Journal;
import io.pulumiscale.journal.Tenure;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Pause;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.update.StackUnreachable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that scales: it sleeps until an intent comes, gathers what comes with it, and steps the
 * {@link Scaler}. Intents that arrive while an update runs wait and go into the next one together.
 */
public final class ScalerLoop implements Intake, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScalerLoop.class);
    private static final int MOST_WAITING = 10_000;

    private final Scaler scaler;
    private final Journal journal;
    private final Timing timing;
    private final int mostWaiting;
    private final Clock clock;
    private final Semaphore work = new Semaphore(1);
    private final Thread thread = new Thread(this::run, "scaler");
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean lookAgain = true;
    private boolean recover = true; // the thread's own
    private Instant lookedAt = Instant.EPOCH; // likewise
    private Tenure tenure = new Tenure.Elsewhere("nobody"); // likewise

    /**
     * @param gather how long alerts of one moment are waited for, from the first one on
     * @param poll how often is decided while nothing comes: cooldowns end, schedules begin, other scalers come and go
     * @param lookAgain how often the stack is read while nothing else happens
     * @param lookSoon the same while another scaler decides, or the stack was deployed from another configuration
     * @param rest after something went wrong
     * @param shutdownGrace how long the update that is running may go on when the loop is closed
     */
    public record Timing(
            Duration gather,
            Duration poll,
            Duration lookAgain,
            Duration lookSoon,
            Duration rest,
            Duration shutdownGrace) {
        public static Timing standard() {
            return new Timing(
                    Duration.ofMillis(100),
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(1));
        }

        public Timing withShutdownGrace(Duration other) {
            return new Timing(gather, poll, lookAgain, lookSoon, rest, other);
        }
    }

    public ScalerLoop(Scaler scaler, Journal journal, Timing timing, Clock clock) {
        this(scaler, journal, timing, MOST_WAITING, clock);
    }

    /** @param mostWaiting how many intents may wait to be decided; at least 1 */
    public ScalerLoop(Scaler scaler, Journal journal, Timing timing, int mostWaiting, Clock clock) {
        this.scaler = scaler;
        this.journal = journal;
        this.timing = timing;
        this.mostWaiting = mostWaiting;
        this.clock = clock;
    }

    public void start() {
        thread.start();
    }

    @Override
    public CompletionStage<List<Appended>> accept(List<ScalingIntent> intents, List<AlertEnd> ends) {
        return journal.appendAsync(intents, ends, clock.instant(), mostWaiting).thenApply(appended -> {
            wake();
            return appended;
        });
    }

    @Override
    public List<DryRun> rehearse(List<ScalingIntent> intents, List<AlertEnd> ends) {
        return scaler.rehearse(intents, ends);
    }

    @Override
    public Optional<Approval> approve(long approval) {
        Optional<Approval> approved = journal.approve(approval, clock.instant());
        wake();
        return approved;
    }

    @Override
    public Optional<Approval> decline(long approval, String reason, String by) {
        Optional<Approval> declined = journal.decline(approval, new Declined(by, reason, clock.instant()));
        wake();
        return declined;
    }

    @Override
    public void pause(String pool, Set<Direction> directions, String reason, String by) {
        Instant now = clock.instant();
        journal.pause(directions.stream()
                .map(direction -> new Pause(pool, direction, reason, by, now))
                .toList());
    }

    @Override
    public void resume(String pool, Set<Direction> directions) {
        journal.resume(pool, directions);
        wake();
    }

    /** The stack is to be read again, because the configuration is another one; what was waiting may go on then. */
    public void lookAgain() {
        lookAgain = true;
        wake();
    }

    private void wake() {
        work.release();
    }

    /** Begins no other update. The one that is running has a grace, then it is stopped; this waits for either. */
    @Override
    public void close() {
        closing.countDown();
        wake();
        scaler.end();
        boolean interrupted = false;
        try {
            stopAfterTheGrace();
        } catch (InterruptedException e) {
            interrupted = true; // somebody is in a hurry
            scaler.stop();
        }
        awaitTheEnd(interrupted);
    }

    private void stopAfterTheGrace() throws InterruptedException {
        if (thread.isAlive() && !ended.await(timing.shutdownGrace().toNanos(), TimeUnit.NANOSECONDS)) {
            LOG.warn("not done after {}: stopping the engine", timing.shutdownGrace());
            scaler.stop();
        }
    }

    private void awaitTheEnd(boolean interruptedBefore) {
        boolean interrupted = interruptedBefore;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isClosing()) {
                stepOrRest();
            }
        } catch (InterruptedException e) {
            LOG.debug("interrupted");
        } finally {
            ended.countDown();
        }
    }

    private void stepOrRest() throws InterruptedException {
        try {
            step();
        } catch (StackUnreachable e) {
            goOnWithoutTheStack(e);
        } catch (RuntimeException e) {
            LOG.error("the scaler goes on after {}", timing.rest(), e);
            goOnAfterARest();
        }
    }

    /** Who stands by needs the stack for show alone, and goes on asking for the lease. */
    private void goOnWithoutTheStack(StackUnreachable why) throws InterruptedException {
        if (decides()) {
            LOG.warn("tried again in {}: {}", timing.rest(), why.getMessage());
            goOnAfterARest();
        } else {
            LOG.warn("read again in {}: {}", timing.lookSoon(), why.getMessage());
            lookAgain = false;
            lookedAt = clock.instant();
        }
    }

    /** How an update ended may be what could not be written. */
    private void goOnAfterARest() throws InterruptedException {
        recover = true;
        lookAgain = true;
        pause(timing.rest());
    }

    private void step() throws InterruptedException {
        boolean woken = lookAgain || work.tryAcquire(timing.poll().toMillis(), TimeUnit.MILLISECONDS);
        if (isClosing()) {
            return;
        }
        askWhoDecides();
        if (lookAgain || lookIsDue()) {
            observe();
        }
        recover();
        if (woken) {
            pause(timing.gather());
        }
        work.drainPermits();
        while (decides() && !isClosing() && decided()) {
            LOG.debug("something was decided; looking for more");
        }
    }

    /** Nothing is decided twice within the time that alerts of one moment are waited for. */
    private boolean decided() throws InterruptedException {
        Instant begun = clock.instant();
        boolean news = scaler.runOnce();
        Duration rest = timing.gather().minus(Duration.between(begun, clock.instant()));
        if (news && rest.toNanos() > 0) {
            pause(rest);
        }
        return news;
    }

    private void recover() {
        if (recover && decides() && !isClosing()) {
            scaler.recover();
            recover = false;
        }
    }

    /** In a new tenure nothing that was seen before counts: another may have decided meanwhile. */
    private void askWhoDecides() {
        Tenure now = journal.lease().tenure();
        if (now.equals(tenure)) {
            return;
        }
        LOG.info("who decides: {}", now instanceof Tenure.Elsewhere other ? other.holder() : "this scaler");
        tenure = now;
        recover = true;
        lookAgain = true;
    }

    private boolean decides() {
        return tenure instanceof Tenure.Held;
    }

    private boolean lookIsDue() {
        boolean soon = scaler.heldUp() || !decides(); // another changes sizes behind a stand-by's back
        Duration patience = soon ? timing.lookSoon() : timing.lookAgain();
        return !clock.instant().isBefore(lookedAt.plus(patience));
    }

    /** A wish that comes while it looks is for another look. */
    private void observe() {
        lookAgain = false;
        try {
            scaler.observe();
            lookedAt = clock.instant();
        } catch (RuntimeException e) {
            lookAgain = true;
            throw e;
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** A pause that ends when the loop is closed. */
    private void pause(Duration pause) throws InterruptedException {
        boolean unused = closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }
}
