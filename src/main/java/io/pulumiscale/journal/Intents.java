package io.pulumiscale.journal;

import io.pulumiscale.model.Firing;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of intents. */
final class Intents {
    private static final String INSERT = """
            INSERT INTO intents (id, pool, action, amount, source, reason, alert, alert_since,
                                 deduplication_key, received_at)
            VALUES (:id, :pool, :action, :amount, :source, :reason, :alert, :alertSince, :key, :receivedAt)
            ON CONFLICT DO NOTHING
            """;

    private static final String EARLIER = "SELECT id FROM intents WHERE deduplication_key = :key";

    private static final String SELECT = """
            SELECT id, pool, action, amount, source, reason, alert, alert_since, deduplication_key, received_at
            FROM intents
            WHERE %s
            ORDER BY sequence
            """;

    private static final String WAITING = SELECT.formatted("answered_by IS NULL");

    private static final String SINCE = SELECT.formatted("received_at >= :since");

    private static final String ONE = SELECT.formatted("id = :id");

    private static final String BEHIND =
            SELECT.formatted("id IN (SELECT intent_id FROM decision_intents WHERE decision_id IN (<decisions>))");

    private static final String WAITS = "SELECT COUNT(*) FROM intents WHERE id = :id AND answered_by IS NULL";

    private static final String COUNT_WAITING = "SELECT count(*) FROM intents WHERE answered_by IS NULL";

    private static final String WAIT_AGAIN = """
            UPDATE intents
            SET answered_by = NULL
            WHERE answered_by IN (SELECT id FROM decisions WHERE update_id = :update)
            """;

    private Intents() {}

    /** One result an intent, in order. */
    static List<Appended> append(Handle handle, List<ScalingIntent> intents) {
        int[] inserted = insert(handle, intents);
        List<ScalingIntent> news = IntStream.range(0, inserted.length)
                .filter(i -> inserted[i] > 0)
                .mapToObj(intents::get)
                .toList();
        Alerts.fired(handle, news);
        return IntStream.range(0, inserted.length)
                .mapToObj(i -> appended(handle, intents.get(i), inserted[i] > 0))
                .toList();
    }

    private static Appended appended(Handle handle, ScalingIntent intent, boolean isNew) {
        return isNew
                ? new Appended.Accepted(intent.id())
                : new Appended.Duplicate(
                        earlier(handle, intent.deduplicationKey()).orElseThrow());
    }

    static int countWaiting(Handle handle) {
        return handle.createQuery(COUNT_WAITING).mapTo(Integer.class).one();
    }

    /** @return the rows that each has made: one, or none if its key is known */
    private static int[] insert(Handle handle, List<ScalingIntent> intents) {
        PreparedBatch inserts = handle.prepareBatch(INSERT);
        for (ScalingIntent intent : intents) {
            inserts.bind("id", intent.id().value())
                    .bind("pool", Stored.text(intent.pool()))
                    .bind("action", Stored.action(intent.change()))
                    .bind("amount", Stored.amount(intent.change()))
                    .bind("source", intent.source().name())
                    .bind("reason", Stored.text(intent.reason()))
                    .bind("alert", intent.firing().map(it -> Stored.text(it.alert())))
                    .bind("alertSince", intent.firing().map(it -> Stored.time(it.since())))
                    .bind("key", Stored.text(intent.deduplicationKey()))
                    .bind("receivedAt", Stored.time(intent.receivedAt()))
                    .add();
        }
        return inserts.execute();
    }

    private static Optional<IntentId> earlier(Handle handle, String key) {
        return handle.createQuery(EARLIER)
                .bind("key", Stored.text(key))
                .mapTo(String.class)
                .map(IntentId::new)
                .findOne();
    }

    static Map<String, IntentId> known(Handle handle, Collection<String> keys) {
        Map<String, IntentId> known = new HashMap<>();
        keys.forEach(key -> earlier(handle, key).ifPresent(id -> known.put(key, id)));
        return known;
    }

    static List<ScalingIntent> waiting(Handle handle) {
        return handle.createQuery(WAITING).map((row, context) -> read(row)).list();
    }

    static List<ScalingIntent> since(Handle handle, Instant since) {
        return handle.createQuery(SINCE)
                .bind("since", Stored.time(since))
                .map((row, context) -> read(row))
                .list();
    }

    static Optional<ScalingIntent> find(Handle handle, IntentId id) {
        return handle.createQuery(ONE)
                .bind("id", id.value())
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Whether it is there, and no decision answers it. */
    static boolean waits(Handle handle, IntentId id) {
        return handle.createQuery(WAITS)
                        .bind("id", id.value())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** All that these decisions were made from. */
    static List<ScalingIntent> of(Handle handle, List<Long> decisions) {
        return decisions.isEmpty()
                ? List.of()
                : handle.createQuery(BEHIND)
                        .bindList("decisions", decisions)
                        .map((row, context) -> read(row))
                        .list();
    }

    static void waitAgain(Handle handle, long update) {
        handle.createUpdate(WAIT_AGAIN).bind("update", update).execute();
    }

    private static Optional<Firing> firing(ResultSet row) throws SQLException {
        String alert = row.getString("alert");
        return alert == null
                ? Optional.empty()
                : Optional.of(new Firing(alert, Instant.parse(row.getString("alert_since"))));
    }

    private static ScalingIntent read(ResultSet row) throws SQLException {
        return new ScalingIntent(
                new IntentId(row.getString("id")),
                row.getString("pool"),
                Stored.change(row.getString("action"), row.getInt("amount")),
                Source.valueOf(row.getString("source")),
                row.getString("reason"),
                firing(row),
                row.getString("deduplication_key"),
                Instant.parse(row.getString("received_at")));
    }
}
