package io.pulumiscale.journal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What one caller wants written, and what became of it. */
class Write<T> {
    static final Write<?> END = new Write<>(handle -> "the last of a queue");

    private static final String SAVEPOINT = "one";

    private final Work<T> work;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable T result;

    /** Runs in the transaction of a group. */
    interface Work<T> {
        T on(Handle handle);
    }

    Write(Work<T> work) {
        this.work = work;
    }

    /** What fails by itself is taken back, and does not take the group with it. */
    void attempt(Handle handle) {
        handle.savepoint(SAVEPOINT);
        try {
            T written = work.on(handle);
            handle.releaseSavepoint(SAVEPOINT);
            done(written);
        } catch (RuntimeException e) {
            handle.rollbackToSavepoint(SAVEPOINT);
            failed(e);
        }
    }

    /** It counts when the transaction does. */
    void done(T written) {
        result = written;
    }

    void committed() {
        T written = result;
        if (written != null) {
            answer.complete(written);
        }
    }

    void failed(Throwable why) {
        answer.completeExceptionally(
                why instanceof JournalFull || why instanceof JournalException
                        ? why
                        : new JournalException("the journal cannot be written: " + why, why));
    }

    /** Completes, or fails with a {@link JournalException} or {@link JournalFull}. */
    CompletionStage<T> answer() {
        return answer;
    }

    T await() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : new JournalException("the journal failed", e);
        }
    }
}
