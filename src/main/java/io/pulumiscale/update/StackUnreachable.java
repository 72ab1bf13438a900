package io.pulumiscale.update;

import java.util.stream.Collectors;

/** The stack cannot be read now. The message is for people: what was tried, what the CLI says, what to do. */
public final class StackUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackUnreachable(String tried, Throwable cause) {
        super("%s: %s".formatted(tried, advised(said(String.valueOf(cause.getMessage())))), cause);
    }

    /** The CLI's lines that begin with {@code error:}, or all of it if there are none. */
    private static String said(String output) {
        String errors = output.lines()
                .filter(line -> line.contains("error: "))
                .map(line -> line.substring(line.indexOf("error: ") + "error: ".length())
                        .strip())
                .distinct()
                .collect(Collectors.joining("; "));
        return errors.isEmpty() ? output.strip() : errors;
    }

    private static String advised(String said) {
        if (said.contains("no stack named")) {
            return said + " (--stack names another, `pulumi stack init` makes one)";
        }
        if (said.contains("PULUMI_ACCESS_TOKEN")) {
            return said + " (or `pulumi login` once, or set PULUMI_BACKEND_URL)";
        }
        if (said.contains("failed to load checkpoint: EOF")) {
            return said
                    + " (an engine was killed while it wrote: delete the empty STACK.json.attrs beside the stack's file"
                    + " in the backend, and end the backend's URL with ?metadata=skip)";
        }
        return said;
    }
}
