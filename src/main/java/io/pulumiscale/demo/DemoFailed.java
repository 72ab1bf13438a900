package io.pulumiscale.demo;

/** The demonstration did not show what it should have. */
public final class DemoFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailed(String message) {
        super(message);
    }
}
