package io.pulumiscale.http;

/** The server cannot show this certificate. The message is for people, and has nothing of the key. */
public final class UnusableTls extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableTls(String message) {
        super(message);
    }

    UnusableTls(String message, Throwable cause) {
        super(message, cause);
    }
}
