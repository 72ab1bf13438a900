package io.pulumiscale.update;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.ConcurrentUpdateException;
import io.pulumiscale.update.Locks.Holding;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what needs the stack's lock. Where only dead engines of this scaler hold it, it is cleared, and done then. */
final class LockedWork {
    private static final Logger LOG = LoggerFactory.getLogger(LockedWork.class);

    private final Locks locks;
    private final Cancel cancel;

    /** @param cancel removes every lock of the stack */
    LockedWork(Locks locks, Cancel cancel) {
        this.locks = locks;
        this.cancel = cancel;
    }

    /** Removes every lock, whoever has it. */
    interface Cancel {
        void run() throws AutomationException;
    }

    interface Work<T> {
        T run() throws AutomationException;
    }

    /** @throws ConcurrentUpdateException somebody else is at it */
    <T> T run(Work<T> work) throws AutomationException {
        try {
            return work.run();
        } catch (ConcurrentUpdateException e) {
            clear(e);
            return work.run();
        }
    }

    private void clear(ConcurrentUpdateException conflict) throws AutomationException {
        if (!(locks.holding(String.valueOf(conflict.getMessage())) instanceof Holding.Orphaned orphaned)) {
            throw conflict;
        }
        LOG.warn(
                "the lock is cleared that a dead engine of this scaler has left: {}",
                orphaned.holders().stream().map(LockHolder::text).collect(Collectors.joining(", ")));
        try {
            cancel.run();
        } catch (AutomationException e) {
            LOG.warn("it could not be cleared, trying again: {}", e.getMessage());
            throw conflict;
        }
    }
}
