package io.pulumiscale.cli;

import java.util.Locale;

/** How the log is written. */
public enum LogFormat {
    /** For people. */
    TEXT,
    /** An object a line, for programs. */
    JSON;

    /** As it is written, and completed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
