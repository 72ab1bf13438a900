package io.pulumiscale.journal;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of approvals. Of a pool, the latest is still of use, and the latest that was declined. */
final class Approvals {
    private static final String COLUMNS = "id, pool, from_size, to_size, reason, asked_at, expires_at, status,"
            + " declined_by, declined_for, declined_at";

    private static final String OUTDATE = """
            UPDATE approvals SET status = 'OUTDATED' WHERE pool = :pool AND status IN ('WAITING', 'APPROVED')
            """;

    private static final String INSERT = """
            INSERT INTO approvals (pool, from_size, to_size, reason, asked_at, expires_at, status)
            VALUES (:pool, :from, :to, :reason, :at, :expiresAt, 'WAITING')
            RETURNING\s""" + COLUMNS;

    private static final String APPROVE = """
            UPDATE approvals SET status = 'APPROVED' WHERE id = :id AND status = 'WAITING' AND expires_at > :now
            """;

    private static final String DECLINE = """
            UPDATE approvals
            SET status = 'DECLINED', declined_by = :by, declined_for = :reason, declined_at = :at
            WHERE id = :id AND status = 'WAITING' AND expires_at > :at
            """;

    private static final String CLOSE = """
            UPDATE approvals SET status = :status WHERE id = :id AND status IN ('WAITING', 'APPROVED')
            """;

    private static final String USE = "UPDATE approvals SET status = 'USED' WHERE pool = :pool AND status = 'APPROVED'";

    private static final String ONE = "SELECT " + COLUMNS + " FROM approvals WHERE id = :id";

    private static final String LATEST = "SELECT " + COLUMNS
            + " FROM approvals WHERE id IN (SELECT MAX(id) FROM approvals GROUP BY pool)"
            + " OR id IN (SELECT MAX(id) FROM approvals WHERE status = 'DECLINED' GROUP BY pool) ORDER BY id DESC";

    private static final String FORGET = """
            DELETE FROM approvals
            WHERE expires_at < :before AND id NOT IN (SELECT MAX(id) FROM approvals GROUP BY pool)
            """;

    private Approvals() {}

    static Approval ask(Handle handle, Resize resize, Instant at, Instant expiresAt) {
        handle.createUpdate(OUTDATE).bind("pool", Stored.text(resize.pool())).execute();
        return handle.createQuery(INSERT)
                .bind("pool", Stored.text(resize.pool()))
                .bind("from", resize.from())
                .bind("to", resize.to())
                .bind("reason", Stored.text(resize.reason()))
                .bind("at", Stored.time(at))
                .bind("expiresAt", Stored.time(expiresAt))
                .map((row, context) -> read(row))
                .one();
    }

    static Optional<Approval> approve(Handle handle, long id, Instant now) {
        handle.createUpdate(APPROVE)
                .bind("id", id)
                .bind("now", Stored.time(now))
                .execute();
        return find(handle, id);
    }

    /** A no that counts is a decision, and is told. */
    static Optional<Approval> decline(Handle handle, long id, Declined word) {
        boolean counts = handle.createUpdate(DECLINE)
                        .bind("id", id)
                        .bind("by", Stored.text(word.by()))
                        .bind("reason", Stored.text(word.reason()))
                        .bind("at", Stored.time(word.at()))
                        .execute()
                > 0;
        Optional<Approval> now = find(handle, id);
        now.filter(it -> counts).ifPresent(it -> {
            var unused = Decisions.hold(handle, it.hold(word), word.at());
            Notices.declined(handle, it, word);
        });
        return now;
    }

    private static Optional<Approval> find(Handle handle, long id) {
        return handle.createQuery(ONE)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    static void close(Handle handle, long id, ApprovalStatus how) {
        handle.createUpdate(CLOSE).bind("id", id).bind("status", how.name()).execute();
    }

    /** What was approved is approved once, whether the update succeeded or not; one that was withdrawn was none. */
    static void ended(Handle handle, Update update) {
        if (update.status().ended() && update.status() != UpdateStatus.WITHDRAWN) {
            update.resizes()
                    .forEach(resize -> handle.createUpdate(USE)
                            .bind("pool", Stored.text(resize.pool()))
                            .execute());
        }
    }

    static List<Approval> latest(Handle handle) {
        return handle.createQuery(LATEST).map((row, context) -> read(row)).list();
    }

    /** @return how many rows went */
    static int forget(Handle handle, Instant before) {
        return handle.createUpdate(FORGET).bind("before", Stored.time(before)).execute();
    }

    private static Approval read(ResultSet row) throws SQLException {
        return new Approval(
                row.getLong("id"),
                row.getString("pool"),
                row.getInt("from_size"),
                row.getInt("to_size"),
                row.getString("reason"),
                Instant.parse(row.getString("asked_at")),
                Instant.parse(row.getString("expires_at")),
                ApprovalStatus.valueOf(row.getString("status")),
                declined(row));
    }

    private static Optional<Declined> declined(ResultSet row) throws SQLException {
        String at = row.getString("declined_at");
        return at == null
                ? Optional.empty()
                : Optional.of(
                        new Declined(row.getString("declined_by"), row.getString("declined_for"), Instant.parse(at)));
    }
}
