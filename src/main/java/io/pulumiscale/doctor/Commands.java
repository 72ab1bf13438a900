package io.pulumiscale.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Runs other programs; a test answers for them. */
interface Commands {

    /**
     * @param command the program first; it gets no input
     * @throws IOException it cannot be started, or did not end in time and was killed
     */
    Ran run(List<String> command, Duration patience) throws IOException;

    /**
     * How a program ended.
     *
     * @param output may have secrets in it
     */
    record Ran(int code, String output, String errors) {
        boolean succeeded() {
            return code == 0;
        }

        @Override
        public String toString() {
            return "ended with %d: %s".formatted(code, errors);
        }
    }
}
