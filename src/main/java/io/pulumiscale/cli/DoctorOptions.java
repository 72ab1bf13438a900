package io.pulumiscale.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * @param folder has {@code Pulumi.yaml}
 * @param journal as for {@code serve}; empty: a file in the folder
 * @param takeLock take the stack's lock and let go of it
 * @param output of the report
 */
public record DoctorOptions(Path folder, String stack, Optional<String> journal, boolean takeLock, Output output) {

    /** For people, or for programs. */
    public enum Output {
        TEXT,
        JSON;

        /** As it is written, and completed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
