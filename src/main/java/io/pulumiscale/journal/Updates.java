package io.pulumiscale.journal;

import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The table of updates. What each is to bring about stands in the table of decisions. */
final class Updates {
    private static final String INSERT = """
            INSERT INTO updates (status, attempts, planned_at)
            VALUES ('PENDING', 0, :at)
            RETURNING id
            """;

    private static final String SAVE = """
            UPDATE updates
            SET status = :status, attempts = :attempts, problem = :problem, ended_at = :endedAt,
                started_at = :startedAt, engine_version = :engine, stack_version = :version
            WHERE id = :id
            """;

    private static final String SELECT = """
            SELECT u.id, u.status, u.attempts, u.problem, u.planned_at, u.ended_at,
                   u.started_at, u.engine_version, u.stack_version,
                   d.id AS decision_id, d.pool, d.from_size, d.to_size, d.reason, d.update_id, i.intent_id
            FROM (%s) u
            JOIN decisions d ON d.update_id = u.id
            LEFT JOIN decision_intents i ON i.decision_id = d.id
            ORDER BY u.id %s, d.id, i.position
            """;

    private static final String NEWEST =
            SELECT.formatted("SELECT * FROM updates ORDER BY id DESC LIMIT :limit", "DESC");

    private static final String UNFINISHED = SELECT.formatted("SELECT * FROM updates WHERE ended_at IS NULL", "ASC");

    private static final String THESE = SELECT.formatted("SELECT * FROM updates WHERE id IN (<ids>)", "DESC");

    private Updates() {}

    static Update plan(Handle handle, List<Resize> resizes, Instant at) {
        long id = handle.createQuery(INSERT)
                .bind("at", Stored.time(at))
                .mapTo(Long.class)
                .one();
        resizes.forEach(resize -> Decisions.resize(handle, resize, at, id));
        return Update.planned(id, resizes, at);
    }

    static void save(Handle handle, Update update) {
        handle.createUpdate(SAVE)
                .bind("status", update.status().name())
                .bind("attempts", update.attempts())
                .bind("problem", update.problem().map(Stored::text))
                .bind("endedAt", update.endedAt().map(Stored::time))
                .bind("startedAt", update.execution().startedAt().map(Stored::time))
                .bind("engine", update.execution().engineVersion().map(Stored::text))
                .bind("version", update.execution().stackVersion())
                .bind("id", update.id())
                .execute();
    }

    static List<Update> newest(Handle handle, int limit) {
        return list(handle.createQuery(NEWEST).bind("limit", limit));
    }

    static List<Update> unfinished(Handle handle) {
        return list(handle.createQuery(UNFINISHED));
    }

    static List<Update> list(Handle handle, List<Long> ids) {
        return ids.isEmpty() ? List.of() : list(handle.createQuery(THESE).bindList("ids", ids));
    }

    private static List<Update> list(Query query) {
        Map<Long, List<UpdateRow>> byUpdate = query.map((row, context) -> UpdateRow.read(row))
                .collect(Collectors.groupingBy(UpdateRow::id, LinkedHashMap::new, Collectors.toList()));
        return byUpdate.values().stream().map(UpdateRow::update).toList();
    }
}
