package io.pulumiscale.update;

import io.pulumiscale.model.EngineRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has every engine written down that may take the stack's lock, before it gets to it. */
final class EngineRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(EngineRecorder.class);

    private final Engines engines;

    EngineRecorder(Engines engines) {
        this.engines = engines;
    }

    /**
     * An engine that cannot be written down is stopped: nobody could tell the lock that it may leave from another's.
     *
     * @return what to do when it has ended
     */
    Runnable began(EngineCall call, Process process, EngineProcess engine) {
        if (!call.updates()) {
            return () -> {};
        }
        try {
            EngineRun run = engines.started(process);
            return () -> ended(run);
        } catch (RuntimeException e) {
            LOG.error("an engine could not be written down", e);
            engine.stop(StopCause.UNRECORDED);
            return () -> {};
        }
    }

    /** How the update went counts more. */
    private void ended(EngineRun run) {
        try {
            engines.ended(run);
        } catch (RuntimeException e) {
            LOG.warn("that the engine (pid {}) has ended could not be written down: {}", run.pid(), e.getMessage());
        }
    }
}
