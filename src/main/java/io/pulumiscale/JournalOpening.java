package io.pulumiscale;

import io.pulumiscale.journal.Journal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The journal is opened while the engine, which is another process, is waited for: neither needs the other. */
final class JournalOpening {
    private final CompletableFuture<Journal> opening;

    private JournalOpening(CompletableFuture<Journal> opening) {
        this.opening = opening;
    }

    static JournalOpening begin(Supplier<Journal> opener) {
        return new JournalOpening(CompletableFuture.supplyAsync(opener));
    }

    /** Waits for it. Throws what {@code opener} has thrown. */
    Journal opened() {
        try {
            return opening.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    /** It is not needed after all: closed, now or when it is open. */
    void undo() {
        opening.handle((journal, failure) -> {
                    if (journal != null) {
                        journal.close();
                    }
                    return failure;
                })
                .join();
    }
}
