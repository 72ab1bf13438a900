package io.pulumiscale.journal;

import io.pulumiscale.model.Decided;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.HistoryQuery;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.IntentStory;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.SizeChange;
import io.pulumiscale.model.Update;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads decisions together with who asked for them and what became of them. */
final class Chronicle {
    private static final String ENTRIES = """
            SELECT d.id AS decision_id, d.pool, d.from_size, d.to_size, d.reason, d.decided_at, d.update_id, i.intent_id
            FROM (SELECT * FROM decisions WHERE %s ORDER BY id DESC LIMIT :limit) d
            LEFT JOIN decision_intents i ON i.decision_id = d.id
            ORDER BY d.id DESC, i.position
            """;

    private static final String SIZES = """
            SELECT u.ended_at, d.from_size, d.to_size
            FROM decisions d
            JOIN updates u ON u.id = d.update_id
            WHERE d.pool = :pool AND u.status = 'SUCCEEDED' AND u.ended_at %s :since
            ORDER BY d.id DESC
            LIMIT :limit
            """;

    private static final int ALL = 1_000;

    private Chronicle() {}

    static List<HistoryEntry> list(Handle handle, HistoryQuery asked) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        asked.since().ifPresent(it -> conditions.add("decided_at >= :since"));
        asked.before().ifPresent(it -> conditions.add("id < :before"));
        asked.after().ifPresent(it -> conditions.add("id > :after"));
        if (!asked.pools().isEmpty()) {
            conditions.add("pool IN (<pools>)");
        }
        Query query = handle.createQuery(ENTRIES.formatted(String.join(" AND ", conditions)))
                .bind("limit", asked.limit());
        asked.since().ifPresent(it -> query.bind("since", Stored.time(it)));
        asked.before().ifPresent(it -> query.bind("before", it));
        asked.after().ifPresent(it -> query.bind("after", it));
        if (!asked.pools().isEmpty()) {
            query.bindList("pools", asked.pools().stream().map(Stored::text).toList());
        }
        return entries(handle, DecidedRow.list(query));
    }

    static Optional<IntentStory> intent(Handle handle, IntentId id) {
        return Intents.find(handle, id).map(intent -> {
            Query query = handle.createQuery(ENTRIES.formatted(
                            "id IN (SELECT decision_id FROM decision_intents WHERE intent_id = :intent)"))
                    .bind("intent", id.value())
                    .bind("limit", ALL);
            return new IntentStory(intent, Intents.waits(handle, id), entries(handle, DecidedRow.list(query)));
        });
    }

    static List<SizeChange> sizes(Handle handle, String pool, Instant since, int limit) {
        List<SizeChange> newestFirst = new ArrayList<>(sizes(handle, ">=", pool, since, limit));
        if (newestFirst.size() < limit) {
            newestFirst.addAll(sizes(handle, "<", pool, since, 1));
        }
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private static List<SizeChange> sizes(Handle handle, String when, String pool, Instant since, int limit) {
        return handle.createQuery(SIZES.formatted(when))
                .bind("pool", Stored.text(pool))
                .bind("since", Stored.time(since))
                .bind("limit", limit)
                .map((row, context) -> size(row))
                .list();
    }

    private static SizeChange size(ResultSet row) throws SQLException {
        return new SizeChange(Instant.parse(row.getString("ended_at")), row.getInt("from_size"), row.getInt("to_size"));
    }

    private static List<HistoryEntry> entries(Handle handle, List<Decided> decided) {
        Map<IntentId, ScalingIntent> intents =
                byKey(Intents.of(handle, decided.stream().map(Decided::id).toList()), ScalingIntent::id);
        Map<Long, Update> updates = byKey(
                Updates.list(
                        handle,
                        decided.stream()
                                .flatMap(it -> it.update().stream())
                                .distinct()
                                .toList()),
                Update::id);
        return decided.stream().map(it -> entry(it, intents, updates)).toList();
    }

    private static HistoryEntry entry(
            Decided decided, Map<IntentId, ScalingIntent> intents, Map<Long, Update> updates) {
        Stream<ScalingIntent> asked =
                decided.decision().intents().stream().flatMap(id -> Stream.ofNullable(intents.get(id)));
        return new HistoryEntry(
                decided, asked.toList(), decided.update().flatMap(id -> Optional.ofNullable(updates.get(id))));
    }

    private static <K, T> Map<K, T> byKey(List<T> all, Function<T, K> key) {
        return all.stream().collect(Collectors.toMap(key, Function.identity()));
    }
}
