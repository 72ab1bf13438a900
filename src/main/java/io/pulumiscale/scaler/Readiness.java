package io.pulumiscale.scaler;

/** Whether the scaler can do its work. */
public sealed interface Readiness {

    record Ready() implements Readiness {}

    /** Not now; the reason says what is missing, for people. */
    record NotReady(String reason) implements Readiness {}
}
