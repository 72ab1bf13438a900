package io.pulumiscale.update;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the CLI. The first SIGTERM cancels: providers are told, steps under way end, the state is saved, the lock is
 * released. The second does not wait for steps any longer, but still saves and releases. Only a kill leaves the lock.
 */
final class EngineStop {
    private static final Logger LOG = LoggerFactory.getLogger(EngineStop.class);

    private final Process process;
    private final EngineLimits limits;

    EngineStop(Process process, EngineLimits limits) {
        this.process = process;
        this.limits = limits;
    }

    /** Returns when it is gone, and says how it went. */
    StopManner stop(StopCause why) {
        LOG.info("stopping the engine (pid {}): {}", process.pid(), why.words());
        if (asked(limits.cancel())) {
            return StopManner.CLEAN;
        }
        if (asked(limits.terminate())) {
            return StopManner.IN_A_STEP;
        }
        kill();
        return StopManner.KILLED;
    }

    /** By its handle: {@link Process#destroy} closes its output too, and the CLI dies of that with the lock held. */
    private boolean asked(Duration patience) {
        process.toHandle().destroy();
        try {
            return process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** The plugins are its children, and would go on. */
    private void kill() {
        List<ProcessHandle> plugins = process.descendants().toList();
        process.destroyForcibly();
        plugins.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }
}
