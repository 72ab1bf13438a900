package io.pulumiscale.journal;

import org.jdbi.v3.core.Handle;

/** A lease that the journal's own transactions are held against. */
interface FencedLease extends Lease, AutoCloseable {

    /** Waits until no other scaler writes, for as long as this transaction goes on. */
    void takeTurn(Handle handle);

    /**
     * What this transaction writes counts only in this scaler's tenure, which goes on until the transaction has ended.
     *
     * @throws JournalException the tenure has ended, or never began
     */
    void fence(Handle handle);

    /** Another may take it at once. */
    @Override
    void close();
}
