package io.pulumiscale.journal;

import io.pulumiscale.model.Decided;
import io.pulumiscale.model.Decision;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Resize;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The table of decisions, and of what each was made from. */
final class Decisions {
    private static final String INSERT = """
            INSERT INTO decisions (pool, from_size, to_size, reason, decided_at, update_id)
            VALUES (:pool, :from, :to, :reason, :at, :update)
            RETURNING id
            """;

    private static final String LINK = """
            INSERT INTO decision_intents (decision_id, position, intent_id)
            VALUES (:decision, :position, :intent)
            """;

    private static final String ANSWER = """
            UPDATE intents
            SET answered_by = :decision
            WHERE id IN (SELECT intent_id FROM decision_intents WHERE decision_id = :decision)
            """;

    private static final String LAST = """
            SELECT d.id AS decision_id, d.pool, d.from_size, d.to_size, d.reason, d.decided_at, d.update_id, i.intent_id
            FROM decisions d
            LEFT JOIN decision_intents i ON i.decision_id = d.id
            WHERE d.id IN (SELECT MAX(id) FROM decisions GROUP BY pool)
            ORDER BY d.id, i.position
            """;

    private Decisions() {}

    /** @return its id */
    static long hold(Handle handle, Hold hold, Instant at) {
        long id = insert(handle, hold, hold.size(), hold.size(), at, null);
        answer(handle, id, hold);
        return id;
    }

    static void resize(Handle handle, Resize resize, Instant at, long update) {
        answer(handle, insert(handle, resize, resize.from(), resize.to(), at, update), resize);
    }

    private static long insert(Handle handle, Decision decision, int from, int to, Instant at, @Nullable Long update) {
        return handle.createQuery(INSERT)
                .bind("pool", Stored.text(decision.pool()))
                .bind("from", from)
                .bind("to", to)
                .bind("reason", Stored.text(decision.reason()))
                .bind("at", Stored.time(at))
                .bind("update", update)
                .mapTo(Long.class)
                .one();
    }

    private static void answer(Handle handle, long id, Decision decision) {
        if (decision.intents().isEmpty()) {
            return;
        }
        PreparedBatch links = handle.prepareBatch(LINK);
        int position = 0;
        for (IntentId intent : decision.intents()) {
            links.bind("decision", id)
                    .bind("position", position++)
                    .bind("intent", intent.value())
                    .add();
        }
        links.execute();
        handle.createUpdate(ANSWER).bind("decision", id).execute();
    }

    static Map<String, Decided> last(Handle handle) {
        return DecidedRow.list(handle.createQuery(LAST)).stream()
                .collect(Collectors.toMap(decided -> decided.decision().pool(), Function.identity()));
    }
}
