package io.pulumiscale.journal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What one caller wants written, and what became of it. */
final class Write<T> {
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
            result = work.on(handle);
            handle.releaseSavepoint(SAVEPOINT);
        } catch (RuntimeException e) {
            handle.rollbackToSavepoint(SAVEPOINT);
            failed(e);
        }
    }

    void committed() {
        T written = result;
        if (written != null) {
            answer.complete(written);
        }
    }

    void failed(Throwable why) {
        answer.completeExceptionally(why);
    }

    T await() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof JournalFull full) {
                throw full;
            }
            throw new JournalException("the journal cannot be written: " + e.getCause(), e);
        }
    }
}
