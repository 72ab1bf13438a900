package io.pulumiscale.journal;

/** The journal cannot be written or read now; nothing was acknowledged, and trying again later is right. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
