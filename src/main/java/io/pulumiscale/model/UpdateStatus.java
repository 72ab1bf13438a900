package io.pulumiscale.model;

/** The life of an update on the stack. */
public enum UpdateStatus {
    /** Planned and written down, not yet begun. */
    PENDING,
    RUNNING,
    SUCCEEDED,
    /** The engine, the program or a provider refused, or it took too long; tried once, not retried. */
    FAILED,
    /** Retries are exhausted; a person is needed. */
    STALLED,
    /** The sizes had moved, or the scaler was told to end; its intents are decided again. */
    WITHDRAWN;

    public boolean ended() {
        return this != PENDING && this != RUNNING;
    }
}
