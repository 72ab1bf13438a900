package io.pulumiscale.update;

import java.util.regex.Pattern;

/** Makes an error of the engine fit for people, and for a record that others read. */
final class ErrorText {
    private static final Pattern COLOURS = Pattern.compile("<\\{%.*?%}>");

    /** The SDK puts the scaler's whole command line before a crashed program's stack trace. */
    private static final Pattern COMMAND_LINE = Pattern.compile(
            "Running program \\[PID: \\d+]\\(.*?\\) failed with an unhandled exception:\\s*", Pattern.DOTALL);

    private static final Pattern STACK = Pattern.compile(
            "^\\s+at \\S+\\([^)\\n]*\\)\\s*$|^\\s*\\.{3} \\d+ more\\s*$|^\\s*(Caused by|Suppressed): .*$",
            Pattern.MULTILINE);

    private ErrorText() {}

    /** Without colours, the command line and stack frames: what is left of an exception is its message. */
    static String readable(String text) {
        String plain = COLOURS.matcher(text).replaceAll("");
        String message = COMMAND_LINE.matcher(plain).replaceAll("");
        return STACK.matcher(message).replaceAll("").strip();
    }
}
