package io.pulumiscale.http;

import java.io.IOException;

/** One thing that the server can do. */
@FunctionalInterface
interface Endpoint {

    /**
     * Refuses what is refused whatever the body says, before it is read.
     *
     * @throws Refusal so it is
     */
    default void check(Request request) {}

    /** Whether its answer goes on and on: whoever listens to it holds up nothing else of the same token. */
    default boolean lasts() {
        return false;
    }

    /**
     * Does it. What is thrown becomes an error answer in {@link ErrorMapper}.
     *
     * @throws IOException the caller went away
     */
    Answer handle(Request request) throws IOException;
}
