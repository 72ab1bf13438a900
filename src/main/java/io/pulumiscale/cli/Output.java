package io.pulumiscale.cli;

import java.util.Locale;

/** For people, or for programs. */
public enum Output {
    TABLE,
    JSON;

    /** As it is written, and completed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
