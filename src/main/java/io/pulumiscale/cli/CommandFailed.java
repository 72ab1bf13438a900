package io.pulumiscale.cli;

/** A command ends with this message on standard error, and this exit code. */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Something went wrong on the way. */
    public static final int FAILED = 1;

    /** What was asked for, or configured, makes no sense; nothing was touched. */
    public static final int INVALID = 2;

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
