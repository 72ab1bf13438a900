package io.pulumiscale.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The Pulumi CLI, started by a scaler for what takes the stack's lock.
 *
 * @param host as the CLI itself names it
 * @param startedAt when the process began
 * @param endedAt when it was seen to have ended; a scaler that dies before its engine never sees it
 */
public record EngineRun(String host, long pid, Instant startedAt, Optional<Instant> endedAt) {
    public static EngineRun started(String host, long pid, Instant at) {
        return new EngineRun(host, pid, at, Optional.empty());
    }

    public EngineRun ended(Instant at) {
        return new EngineRun(host, pid, startedAt, Optional.of(at));
    }
}
