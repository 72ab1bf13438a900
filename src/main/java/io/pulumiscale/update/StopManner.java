package io.pulumiscale.update;

/** How the CLI came to its end when it was stopped. */
enum StopManner {
    CLEAN("stopped"),
    IN_A_STEP("stopped in the middle of a step"),
    KILLED("killed, as it did not stop, and the stack's lock may be left behind");

    private final String words;

    StopManner(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
