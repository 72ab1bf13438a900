package io.pulumiscale.model;

/** How far the engine is with an update. Nothing of it is kept: what counts is the update itself. */
public sealed interface UpdateProgress {

    /** The update's id. */
    long update();

    /** Somebody else has the stack's lock; it is tried again. The reason is for people. */
    record Waiting(long update, String reason) implements UpdateProgress {}

    /** The lock is taken, and the program runs. */
    record Begun(long update) implements UpdateProgress {}

    /** The provider was told to resize the pool. */
    record Resizing(long update, String pool) implements UpdateProgress {}

    /** The provider has resized the pool; the update goes on until the stack remembers it. */
    record Resized(long update, String pool) implements UpdateProgress {}

    /** The provider could not resize the pool. */
    record NotResized(long update, String pool) implements UpdateProgress {}
}
