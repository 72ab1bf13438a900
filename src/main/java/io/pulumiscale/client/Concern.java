package io.pulumiscale.client;

import java.util.Optional;

/**
 * What people should know first.
 *
 * @param about the scaler, an update, or a pool by its name
 * @param advice what to do, if there is anything to
 */
record Concern(Tone tone, String about, String text, Optional<String> advice) {

    static Concern bad(String about, String text, String advice) {
        return new Concern(Tone.BAD, about, text, Optional.of(advice));
    }

    static Concern warning(String about, String text) {
        return new Concern(Tone.WARNING, about, text, Optional.empty());
    }

    static Concern warning(String about, String text, String advice) {
        return new Concern(Tone.WARNING, about, text, Optional.of(advice));
    }

    static Concern note(String about, String text) {
        return new Concern(Tone.PLAIN, about, text, Optional.empty());
    }

    /** The worst first. */
    int rank() {
        return switch (tone) {
            case BAD -> 0;
            case WARNING -> 1;
            default -> 2;
        };
    }
}
