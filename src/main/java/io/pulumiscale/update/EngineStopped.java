package io.pulumiscale.update;

import com.pulumi.automation.AutomationException;

/** The CLI did not end by itself, it was made to. A part of what it was to do may be done. */
final class EngineStopped extends AutomationException {
    private static final long serialVersionUID = 1L;

    private final StopCause why;
    private final StopManner how;

    EngineStopped(StopCause why, StopManner how) {
        super("%s: %s".formatted(how.words(), why.words()));
        this.why = why;
        this.how = how;
    }

    StopCause why() {
        return why;
    }

    StopManner how() {
        return how;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
