package io.pulumiscale.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Runs other programs; a test answers for them. */
public interface Commands {

    /** The same for one that gets no input. */
    default Ran run(List<String> command, Duration patience) throws IOException {
        return run(command, "", patience);
    }

    /**
     * @param command the program first
     * @param input all that it can read
     * @throws IOException it cannot be started, or did not end in time and was killed; the input is in no text of it
     */
    Ran run(List<String> command, String input, Duration patience) throws IOException;

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
