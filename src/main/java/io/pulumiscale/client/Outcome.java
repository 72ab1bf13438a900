package io.pulumiscale.client;

/** How a request for a size ended. */
public enum Outcome {
    /** It was taken in, or carried out, as was asked for. */
    DONE,
    /** The pool stays at its size. */
    HELD,
    /** An update was tried and did not succeed. */
    FAILED,
    /** Nobody knows yet; it goes on without whoever waited. */
    OPEN
}
