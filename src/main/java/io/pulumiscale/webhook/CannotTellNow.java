package io.pulumiscale.webhook;

/** Something that is needed to believe a message is missing; nothing of it was used, and it should be sent again. */
public final class CannotTellNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param why for people */
    public CannotTellNow(String why) {
        super(why);
    }

    public CannotTellNow(String why, Throwable cause) {
        super(why, cause);
    }
}
