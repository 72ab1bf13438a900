package io.pulumiscale.update;

/** Why the CLI is stopped. */
enum StopCause {
    DEADLINE("past its deadline"),
    TOLD_TO_END("the scaler was told to end"),
    UNRECORDED("the journal could not be told that it had begun");

    private final String words;

    StopCause(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
