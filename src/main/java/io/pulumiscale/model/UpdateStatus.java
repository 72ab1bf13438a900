package io.pulumiscale.model;

/** The life of an update on the stack. */
public enum UpdateStatus {
    /** Planned and written down, not yet begun. */
    PENDING,
    RUNNING,
    SUCCEEDED,
    /** The engine, the program or a provider refused; tried once, not retried. */
    FAILED,
    /** Retries are exhausted; a person is needed. */
    STALLED,
    /** Nothing was changed because the sizes had moved; its intents are decided again. */
    WITHDRAWN;

    public boolean ended() {
        return this != PENDING && this != RUNNING;
    }
}
