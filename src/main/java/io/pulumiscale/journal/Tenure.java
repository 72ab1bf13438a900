package io.pulumiscale.journal;

/** Who decides now. */
public sealed interface Tenure {

    /** This scaler. An epoch other than the one before means that another may have decided in between. */
    record Held(long epoch) implements Tenure {}

    /** Another one, so named for people. */
    record Elsewhere(String holder) implements Tenure {}
}
