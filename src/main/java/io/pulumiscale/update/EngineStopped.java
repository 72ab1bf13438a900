package io.pulumiscale.update;

import com.pulumi.automation.AutomationException;

/** The CLI did not end by itself, it was made to. A part of what it was to do may be done. */
final class EngineStopped extends AutomationException {
    private static final long serialVersionUID = 1L;

    private final StopCause why;

    /** @param how for people */
    EngineStopped(StopCause why, String how) {
        super(how);
        this.why = why;
    }

    StopCause why() {
        return why;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
