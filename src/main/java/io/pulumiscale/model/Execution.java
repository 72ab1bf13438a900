package io.pulumiscale.model;

import java.time.Instant;
import java.util.Optional;

/**
 * How an update went on the engine.
 *
 * @param attempts how often the engine was started for it; more than one after lock conflicts
 * @param startedAt when it was first tried
 * @param engineVersion the Pulumi CLI's
 * @param stackVersion the number of the update in the stack's history; the file backend gives none
 */
public record Execution(
        int attempts, Optional<Instant> startedAt, Optional<String> engineVersion, Optional<Integer> stackVersion) {

    public static Execution none() {
        return new Execution(0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The first beginning counts. */
    public Execution started(Instant at) {
        return new Execution(attempts, Optional.of(startedAt.orElse(at)), engineVersion, stackVersion);
    }

    public Execution attempted(int times) {
        return new Execution(times, startedAt, engineVersion, stackVersion);
    }

    public Execution by(String engine) {
        return new Execution(attempts, startedAt, Optional.of(engine), stackVersion);
    }

    public Execution recordedAs(int version) {
        return new Execution(attempts, startedAt, engineVersion, Optional.of(version));
    }
}
