package io.pulumiscale.scaler;

import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.update.Checkpoint;
import io.pulumiscale.update.Refreshed;
import io.pulumiscale.update.UpdateRunner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts in order what a dead process, an engine or a provider has left half-done, before anything else is decided: first
 * operations that nobody knows the end of, then updates that nobody has ended, then pools that are half resized.
 */
final class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final UpdateRunner updater;
    private final ObservedStack observed;
    private final Interrupted interrupted;
    private final Recovery recovery;
    private final HalfDone halfDone;
    private final Clock clock;
    private boolean due;
    private boolean failed;
    private boolean updatesLeft;
    private Instant notBefore = Instant.MIN;
    private final Set<String> suspects = new TreeSet<>();
    private Set<String> held = Set.of();

    Settling(
            UpdateRunner updater,
            ObservedStack observed,
            Interrupted interrupted,
            Recovery recovery,
            HalfDone halfDone,
            Clock clock) {
        this.updater = updater;
        this.observed = observed;
        this.interrupted = interrupted;
        this.recovery = recovery;
        this.halfDone = halfDone;
        this.clock = clock;
    }

    /** Nobody knows what is left: a process has begun, or something could not be written down. */
    void afterABreak() {
        due = true;
        updatesLeft = true;
        notBefore = Instant.MIN;
    }

    /** The engine of an update was killed, and may have left the stack's lock; what takes it clears it. */
    void afterADeath(Update update) {
        update.resizes().forEach(resize -> suspects.add(resize.pool()));
        afterAFailure();
        updatesLeft = true;
    }

    /** An update of ours has ended without success, and may have done a part. */
    void afterAFailure() {
        due = true;
        failed = true;
        notBefore = held.isEmpty() ? Instant.MIN : clock.instant().plus(LATER);
    }

    /**
     * Does what is due.
     *
     * @param again carries out an update that was begun before
     * @param finish carries out what is left of updates
     * @return whether other things may be decided now
     * @throws io.pulumiscale.update.StackUnreachable it is not done, and stays due
     */
    boolean settled(Consumer<Update> again, Consumer<List<Resize>> finish) {
        if (!due) {
            return true;
        }
        if (clock.instant().isBefore(notBefore)) {
            return !updatesLeft;
        }
        Checkpoint state = updater.checkpoint();
        if (interrupted.repair(state) instanceof Refreshed.NotYet notYet) {
            LOG.warn("not repaired yet, tried again in {}: {}", SOON, notYet.reason());
            notBefore = clock.instant().plus(SOON);
            updatesLeft = true; // until it is known how the operation ended nothing is
            return false;
        }
        suspects.removeAll(state.interrupted());
        failed |= !state.interrupted().isEmpty();
        lookAgain();
        boolean refreshed = clearLock() || !state.interrupted().isEmpty();
        boolean recovered = recover(again);
        lookAgain();
        finish(finish, recovered || refreshed ? updater::checkpoint : () -> state);
        comeBackForLocks();
        return !updatesLeft;
    }

    /** Whether a pool's size is not what the stack remembers, and could not be put right yet. */
    boolean holds(String pool) {
        return held.contains(pool);
    }

    /** After a break it was looked at just before; an update that is carried out again may fail as well. */
    private void lookAgain() {
        if (failed) {
            observed.saw(updater.read());
            failed = false;
        }
    }

    /** Whether the stack may be another now. */
    private boolean recover(Consumer<Update> again) {
        if (!updatesLeft) {
            return false;
        }
        updatesLeft = false; // unless an engine dies again
        return recovery.run(again);
    }

    /**
     * A refresh takes the lock, and clears one that a dead engine has left: people would be kept waiting by it. Before an
     * update is called ended, for who dies in between would forget the lock.
     *
     * @return whether the stack may be another now
     */
    private boolean clearLock() {
        if (updatesLeft) {
            suspects.addAll(recovery.poolsWithoutEngine());
        }
        if (suspects.isEmpty()) {
            return false;
        }
        if (updater.refresh(Set.copyOf(suspects)) instanceof Refreshed.NotYet notYet) {
            LOG.warn("not looked at after an engine's death, tried again in {}: {}", SOON, notYet.reason());
        } else {
            suspects.clear();
        }
        return true;
    }

    /** Other things go on meanwhile: an update that needs the lock clears it too. */
    private void comeBackForLocks() {
        if (!suspects.isEmpty()) {
            due = true;
            notBefore = clock.instant().plus(SOON);
        }
    }

    /** What fails makes it due again. */
    private void finish(Consumer<List<Resize>> finish, Supplier<Checkpoint> state) {
        if (updatesLeft) {
            return;
        }
        List<Resize> rest = halfDone.rest(state.get());
        held = rest.stream().map(Resize::pool).collect(Collectors.toSet());
        due = false;
        if (!rest.isEmpty()) {
            finish.accept(rest);
        }
        if (!due) {
            held = Set.of();
        }
    }
}
