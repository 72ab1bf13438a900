package io.pulumiscale.chaos;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What happens to the scaler, its engine, the provider or the stack in a round. */
enum Blow {
    NOTHING(1, "nothing"),
    KILL_SCALER(2, "kill -9 of the scaler"),
    KILL_ENGINE(2, "kill -9 of the engine"),
    KILL_BOTH(2, "kill -9 of scaler and engine"),
    TERMINATE_SCALER(2, "SIGTERM of the scaler"),
    PROVIDER_REFUSES(1, "the provider refuses"),
    PROVIDER_HALF_DONE(1, "the provider fails after the change"),
    PROVIDER_THROTTLES(1, "the provider throttles"),
    PERSON(2, "a person's `pulumi up`");

    private final int weight;
    private final String text;

    Blow(int weight, String text) {
        this.weight = weight;
        this.text = text;
    }

    int weight() {
        return weight;
    }

    String text() {
        return text;
    }

    /** How the command line writes it. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean endsTheScaler() {
        return this == KILL_SCALER || this == KILL_BOTH || this == TERMINATE_SCALER;
    }

    static List<String> options() {
        return Arrays.stream(values()).map(Blow::option).toList();
    }
}
