package io.pulumiscale.update;

/** How a refresh ended. */
public sealed interface Refreshed {

    /** The state says how things are. */
    record Done() implements Refreshed {}

    /** It is not done; trying again later is right. */
    record NotYet(String reason) implements Refreshed {}
}
