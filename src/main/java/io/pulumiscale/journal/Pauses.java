package io.pulumiscale.journal;

import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Pause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The table of pauses: at most one of a pool and a direction, the latest word. */
final class Pauses {
    private static final String PAUSE = """
            INSERT INTO pauses (pool, direction, reason, said_by, since) VALUES (:pool, :direction, :reason, :by, :since)
            ON CONFLICT (pool, direction) DO UPDATE
            SET reason = excluded.reason, said_by = excluded.said_by, since = excluded.since
            """;
    private static final String RESUME = "DELETE FROM pauses WHERE pool = :pool AND direction = :direction";
    private static final String SELECT =
            "SELECT pool, direction, reason, said_by, since FROM pauses ORDER BY pool, direction DESC";

    private Pauses() {}

    static void pause(Handle handle, List<Pause> pauses) {
        for (Pause pause : pauses) {
            handle.createUpdate(PAUSE)
                    .bind("pool", Stored.text(pause.pool()))
                    .bind("direction", pause.direction().name())
                    .bind("reason", Stored.text(pause.reason()))
                    .bind("by", Stored.text(pause.by()))
                    .bind("since", Stored.time(pause.since()))
                    .execute();
        }
    }

    static void resume(Handle handle, String pool, Set<Direction> directions) {
        for (Direction direction : directions) {
            handle.createUpdate(RESUME)
                    .bind("pool", Stored.text(pool))
                    .bind("direction", direction.name())
                    .execute();
        }
    }

    static List<Pause> list(Handle handle) {
        return handle.createQuery(SELECT).map((row, context) -> read(row)).list();
    }

    private static Pause read(ResultSet row) throws SQLException {
        return new Pause(
                row.getString("pool"),
                Direction.valueOf(row.getString("direction")),
                row.getString("reason"),
                row.getString("said_by"),
                Instant.parse(row.getString("since")));
    }
}
