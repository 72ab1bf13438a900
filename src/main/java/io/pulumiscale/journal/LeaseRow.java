package io.pulumiscale.journal;

import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The one row of the lease, on PostgreSQL. All times are the server's. */
final class LeaseRow {
    /** Whoever still stands there takes it anew: it is not sure that nobody had it in between. */
    private static final String TAKE = """
            UPDATE lease
            SET holder = :me, epoch = epoch + 1, expires_at = clock_timestamp() + make_interval(secs => :length)
            WHERE expires_at <= clock_timestamp() OR holder = :me
            RETURNING epoch
            """;

    private static final String RENEW = """
            UPDATE lease
            SET expires_at = clock_timestamp() + make_interval(secs => :length)
            WHERE holder = :me AND epoch = :epoch
            """;

    /** Without a holder, so that a renewal that is still on its way has nothing to renew. */
    private static final String RELEASE = """
            UPDATE lease SET holder = '', expires_at = '-infinity' WHERE holder = :me AND epoch = :epoch
            """;

    /**
     * One turn for each schema, as two journals may be in one database. A scaler that stops in the middle of its turn, or
     * whose network does, must not keep the others waiting.
     */
    private static final String TURN = """
            SELECT set_config('idle_in_transaction_session_timeout', '3s', TRUE),
                   pg_advisory_xact_lock(hashtextextended('pulumiscale ' || current_schema(), 0))
            """;

    private static final String HOLDER = "SELECT holder FROM lease";

    private static final String HOLD_FAST = "SELECT 1 FROM lease WHERE holder = :me AND epoch = :epoch FOR SHARE";

    private LeaseRow() {}

    /** @return the new epoch, if nobody else had it */
    static Optional<Long> take(Handle handle, String me, Duration length) {
        return handle.createQuery(TAKE)
                .bind("me", me)
                .bind("length", length.toSeconds())
                .mapTo(Long.class)
                .findOne();
    }

    /** @return whether it was still there to renew */
    static boolean renew(Handle handle, String me, long epoch, Duration length) {
        return handle.createUpdate(RENEW)
                        .bind("me", me)
                        .bind("epoch", epoch)
                        .bind("length", length.toSeconds())
                        .execute()
                == 1;
    }

    static boolean release(Handle handle, String me, long epoch) {
        return handle.createUpdate(RELEASE).bind("me", me).bind("epoch", epoch).execute() == 1;
    }

    static String holder(Handle handle) {
        return handle.createQuery(HOLDER).mapTo(String.class).one();
    }

    static void takeTurn(Handle handle) {
        handle.execute(TURN);
    }

    /** Whoever would take it waits until this transaction has ended. */
    static boolean holdFast(Handle handle, String me, long epoch) {
        return handle.createQuery(HOLD_FAST)
                .bind("me", me)
                .bind("epoch", epoch)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
