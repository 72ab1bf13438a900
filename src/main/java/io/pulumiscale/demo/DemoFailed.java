package io.pulumiscale.demo;

/** The demonstration did not show what it should have. */
public final class DemoFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailed(String message) {
        super(message);
    }

    /** Somebody has had enough. The thread's mark is not set again: tidying up may have to wait for processes. */
    static DemoFailed interrupted() {
        return new DemoFailed("interrupted");
    }
}
