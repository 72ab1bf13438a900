package io.pulumiscale.journal;

import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Notice;
import io.pulumiscale.model.NoticeKind;
import io.pulumiscale.model.Update;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables of notices, and of how far each receiver is. */
final class Notices {
    private static final String INSERT = """
            INSERT INTO notices (subject, kind, pool, from_size, to_size, reason, problem, update_id, approval_id, noticed_at)
            VALUES (:subject, :kind, :pool, :from, :to, :reason, :problem, :update, :approval, :at)
            ON CONFLICT (subject) DO NOTHING
            """;

    private static final String TOLD_OF_THE_LIMIT = """
            SELECT COUNT(*) FROM notices
            WHERE pool = :pool AND kind = 'LIMIT' AND noticed_at > :since
              AND id > (SELECT COALESCE(MAX(id), 0) FROM notices WHERE pool = :pool AND kind = 'SCALED')
            """;

    private static final String FOLLOW = """
            INSERT INTO notice_cursors (receiver, done)
            SELECT :receiver, COALESCE(MAX(id), 0) FROM notices WHERE 1 = 1
            ON CONFLICT (receiver) DO NOTHING
            """;

    private static final String SELECT = """
            SELECT id, kind, pool, from_size, to_size, reason, problem, update_id, approval_id, noticed_at
            FROM notices
            WHERE id > (SELECT done FROM notice_cursors WHERE receiver = :receiver)
            ORDER BY id
            LIMIT :limit
            """;

    private static final String TOLD =
            "UPDATE notice_cursors SET done = :notice WHERE receiver = :receiver AND done < :notice";

    /** One that is still there has been told, or was told that it was too late, of everything so old. */
    private static final String FORGET_RECEIVERS = """
            DELETE FROM notice_cursors
            WHERE EXISTS (SELECT 1 FROM notices n WHERE n.id > notice_cursors.done AND n.noticed_at < :before)
            """;

    /** The newest stays: where a receiver begins that comes new is counted from it. */
    private static final String FORGET = """
            DELETE FROM notices WHERE noticed_at < :before AND id < (SELECT MAX(id) FROM notices)
            """;

    private Notices() {}

    /** An update may have ended twice. */
    static void ended(Handle handle, Update update) {
        Draft.of(update).forEach(draft -> insert(handle, draft));
    }

    static void held(Handle handle, Hold hold, long decision, Instant at) {
        Draft.of(hold, decision, at)
                .filter(draft -> !toldOfTheLimit(handle, hold.pool(), at))
                .ifPresent(draft -> insert(handle, draft));
    }

    static void asked(Handle handle, Approval asked) {
        insert(handle, Draft.of(asked));
    }

    static void declined(Handle handle, Approval approval, Declined word) {
        insert(handle, Draft.of(approval, word));
    }

    private static boolean toldOfTheLimit(Handle handle, String pool, Instant at) {
        return handle.createQuery(TOLD_OF_THE_LIMIT)
                        .bind("pool", Stored.text(pool))
                        .bind("since", Stored.time(at.minus(Draft.LIMIT_AGAIN)))
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static void insert(Handle handle, Draft draft) {
        Notice notice = draft.notice();
        handle.createUpdate(INSERT)
                .bind("subject", Stored.text(draft.subject()))
                .bind("kind", notice.kind().name())
                .bind("pool", Stored.text(notice.pool()))
                .bind("from", notice.from())
                .bind("to", notice.to())
                .bind("reason", Stored.text(notice.reason()))
                .bind("problem", notice.problem().map(Stored::text))
                .bind("update", notice.update())
                .bind("approval", notice.approval())
                .bind("at", Stored.time(notice.at()))
                .execute();
    }

    static void follow(Handle handle, String receiver) {
        handle.createUpdate(FOLLOW).bind("receiver", receiver).execute();
    }

    static List<Notice> list(Handle handle, String receiver, int limit) {
        return handle.createQuery(SELECT)
                .bind("receiver", receiver)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    static void told(Handle handle, String receiver, long notice) {
        handle.createUpdate(TOLD)
                .bind("receiver", receiver)
                .bind("notice", notice)
                .execute();
    }

    /** @return how many rows went */
    static int forget(Handle handle, Instant before) {
        return handle.createUpdate(FORGET_RECEIVERS)
                        .bind("before", Stored.time(before))
                        .execute()
                + handle.createUpdate(FORGET)
                        .bind("before", Stored.time(before))
                        .execute();
    }

    private static Notice read(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong("id"),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("pool"),
                row.getInt("from_size"),
                row.getInt("to_size"),
                row.getString("reason"),
                Optional.ofNullable(row.getString("problem")),
                number(row, "update_id"),
                number(row, "approval_id"),
                Instant.parse(row.getString("noticed_at")));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }
}
