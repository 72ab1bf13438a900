package io.pulumiscale.simulate;

/** A recording that cannot be replayed; the message names the file, the line and the column. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInput(String file, int line, int column, String problem) {
        super("%s:%d:%d: %s".formatted(file, line, column, problem));
    }

    BadInput(String file, String problem) {
        super("%s: %s".formatted(file, problem));
    }
}
