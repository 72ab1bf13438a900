package io.pulumiscale.webhook;

/** The message is not from SNS, or not of now; nothing of it was used, and sending it again would not help. */
public final class UntrustedMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param why for people; nothing of the message is in it that a log may not have */
    public UntrustedMessage(String why) {
        super(why);
    }

    public UntrustedMessage(String why, Throwable cause) {
        super(why, cause);
    }
}
