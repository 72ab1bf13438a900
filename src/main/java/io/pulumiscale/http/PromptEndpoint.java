package io.pulumiscale.http;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An endpoint that has its answer at once. */
@FunctionalInterface
interface PromptEndpoint extends Endpoint {

    /**
     * Does it.
     *
     * @throws IOException the caller went away
     */
    Answer answer(Request request) throws IOException;

    @Override
    default CompletionStage<Answer> handle(Request request) throws IOException {
        return CompletableFuture.completedStage(answer(request));
    }
}
