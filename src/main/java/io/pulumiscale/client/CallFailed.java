package io.pulumiscale.client;

/** The scaler did not do what it was asked for. The message says why, and what to do. */
public final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int NONE = 0;

    /** Whether the same call may be good later. */
    public enum Kind {
        /** Not before something has been changed. */
        REFUSED,
        /** It was not reached, or has no time now: nothing was done. */
        NOT_NOW,
        /** The answer was lost on the way: nobody knows whether it was done. */
        UNKNOWN
    }

    private final Kind kind;
    private final int status;

    private CallFailed(Kind kind, int status, String message) {
        super(message);
        this.kind = kind;
        this.status = status;
    }

    static CallFailed refused(int status, String message) {
        return new CallFailed(Kind.REFUSED, status, message);
    }

    static CallFailed refused(String message) {
        return new CallFailed(Kind.REFUSED, NONE, message);
    }

    static CallFailed notNow(String message) {
        return new CallFailed(Kind.NOT_NOW, NONE, message);
    }

    static CallFailed unknown(String message) {
        return new CallFailed(Kind.UNKNOWN, NONE, message);
    }

    public Kind kind() {
        return kind;
    }

    boolean notFound() {
        return status == 404;
    }
}
