package io.pulumiscale.journal;

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

    /** Of a journal that no other scaler can use. */
    static Lease sole() {
        return new SoleLease();
    }
}
