package io.pulumiscale.model;

/** Where an intent came from. */
public enum Source {
    CLOUDWATCH,
    ALERTMANAGER,
    PROMETHEUS,
    MANUAL;

    /** A machine's recommendation, as opposed to a person's word. */
    public boolean automatic() {
        return this != MANUAL;
    }
}
