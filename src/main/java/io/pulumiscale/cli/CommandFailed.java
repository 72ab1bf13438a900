package io.pulumiscale.cli;

/** A command ends with this message on standard error, and this exit code. */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Something went wrong on the way. */
    public static final int FAILED = 1;

    /** What was asked for, or configured, makes no sense; nothing was touched. */
    public static final int INVALID = 2;

    /** The pool stays at its size. */
    public static final int HELD = 3;

    /** An update was tried and did not succeed. */
    public static final int NOT_APPLIED = 4;

    /** It goes on, and whoever waited does so no longer. */
    public static final int NOT_YET = 5;

    /** No scaler was reached, or it has no time now: the same may be good later. */
    public static final int NOT_NOW = 6;

    private final int exitCode;

    public CommandFailed(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public static CommandFailed because(int exitCode, Throwable cause) {
        return new CommandFailed(exitCode, String.valueOf(cause.getMessage()));
    }

    public int exitCode() {
        return exitCode;
    }
}
