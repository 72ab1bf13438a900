package io.pulumiscale.update;

/** The stack cannot be read now. The message is for people. */
public final class StackUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
