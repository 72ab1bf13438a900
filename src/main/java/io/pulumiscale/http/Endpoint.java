package io.pulumiscale.http;

import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** One thing that the server can do. */
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

    /** Whether doing it waits for nothing and is soon done: then it needs no thread of its own. */
    default boolean isBrief(Request request) {
        return false;
    }

    /**
     * Does it. The answer comes when what it says is durable; no thread waits for that. What is thrown, and what the answer
     * fails with, becomes an error answer in {@link ErrorMapper}.
     *
     * @throws IOException the caller went away
     */
    CompletionStage<Answer> handle(Request request) throws IOException;
}
