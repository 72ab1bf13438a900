package io.pulumiscale.http;

/** The address cannot be bound: it is taken, or not this machine's. The message is for people. */
public final class CannotListen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotListen(HttpSettings settings, Throwable cause) {
        super("cannot listen on %s:%d: %s".formatted(settings.host(), settings.port(), innermost(cause)), cause);
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? String.valueOf(failure.getMessage()) : innermost(cause);
    }
}
