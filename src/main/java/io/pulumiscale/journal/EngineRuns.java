package io.pulumiscale.journal;

import io.pulumiscale.model.EngineRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of the engines that were started. */
final class EngineRuns {
    private static final String SAVE = """
            INSERT INTO engine_runs (host, pid, started_at, ended_at) VALUES (:host, :pid, :startedAt, :endedAt)
            ON CONFLICT (host, pid, started_at) DO UPDATE SET ended_at = excluded.ended_at
            """;
    private static final String SELECT = "SELECT host, pid, started_at, ended_at FROM engine_runs";
    private static final String FORGET = "DELETE FROM engine_runs WHERE ended_at < :before";

    private EngineRuns() {}

    static void save(Handle handle, EngineRun run) {
        handle.createUpdate(SAVE)
                .bind("host", Stored.text(run.host()))
                .bind("pid", run.pid())
                .bind("startedAt", Stored.time(run.startedAt()))
                .bind("endedAt", run.endedAt().map(Stored::time))
                .execute();
    }

    static List<EngineRun> list(Handle handle) {
        return handle.createQuery(SELECT).map((row, context) -> read(row)).list();
    }

    /** One that nobody saw end may have left a lock, however old. */
    static int forget(Handle handle, Instant before) {
        return handle.createUpdate(FORGET).bind("before", Stored.time(before)).execute();
    }

    private static EngineRun read(ResultSet row) throws SQLException {
        return new EngineRun(
                row.getString("host"),
                row.getLong("pid"),
                Instant.parse(row.getString("started_at")),
                Optional.ofNullable(row.getString("ended_at")).map(Instant::parse));
    }
}
