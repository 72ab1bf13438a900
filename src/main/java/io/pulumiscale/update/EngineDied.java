package io.pulumiscale.update;

import com.pulumi.automation.AutomationException;

/** The CLI was killed by somebody else: it has refused nothing, and saved and released nothing either. */
final class EngineDied extends AutomationException {
    private static final long serialVersionUID = 1L;

    /** A process that a signal has ended has this and the signal's number as its exit code. */
    private static final int SIGNALLED = 128;

    private static final int SIGNALS = 31; // the CLI's own failures are 255

    EngineDied(int code) {
        super("the engine was killed (exit code %d)".formatted(code));
    }

    static boolean by(int code) {
        return code > SIGNALLED && code <= SIGNALLED + SIGNALS;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
