package io.pulumiscale.journal;

import java.util.Optional;

/**
 * Which of the scalers that share a journal decides. For the one thread of a scaler that decides; what it decided in a
 * tenure that has ended since is refused by the journal.
 */
public interface Lease {

    /**
     * Takes the lease if nobody has it.
     *
     * @throws JournalException nobody knows who has it
     */
    Tenure tenure();

    /**
     * Why this scaler may not decide any more, for people, if that is so or nobody knows. Asked where the lease is kept, and
     * takes nothing. From any thread.
     */
    Optional<String> lost();

    /** Of a journal that no other scaler can use. */
    static Lease sole() {
        return new SoleLease();
    }
}
