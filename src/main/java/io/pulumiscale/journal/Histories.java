package io.pulumiscale.journal;

import io.pulumiscale.model.PoolHistory;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The table of what cooldowns count from. */
final class Histories {
    private static final String RESIZED = """
            INSERT INTO pool_history (pool, resized_at) VALUES (:pool, :at)
            ON CONFLICT (pool) DO UPDATE SET resized_at = excluded.resized_at, failed_at = NULL, failed_as = NULL
            """;

    private static final String FAILED = """
            INSERT INTO pool_history (pool, failed_at, failed_as) VALUES (:pool, :at, '%s')
            ON CONFLICT (pool) DO UPDATE SET failed_at = excluded.failed_at, failed_as = excluded.failed_as
            """;

    private static final String SELECT = "SELECT pool, resized_at, failed_at FROM pool_history";

    private static final String STALLED = "SELECT pool FROM pool_history WHERE failed_as = 'STALLED'";

    private Histories() {}

    /** A withdrawn update was none. */
    static void ended(Handle handle, Update update) {
        if (update.endedAt().isEmpty() || update.status() == UpdateStatus.WITHDRAWN) {
            return;
        }
        String mark = update.status() == UpdateStatus.SUCCEEDED ? RESIZED : FAILED.formatted(update.status());
        for (Resize resize : update.resizes()) {
            handle.createUpdate(mark)
                    .bind("pool", Stored.text(resize.pool()))
                    .bind("at", Stored.time(update.endedAt().get()))
                    .execute();
        }
    }

    static Set<String> stalled(Handle handle) {
        return handle.createQuery(STALLED).mapTo(String.class).set();
    }

    static Map<String, PoolHistory> all(Handle handle) {
        return handle.createQuery(SELECT).reduceRows(new java.util.HashMap<>(), (all, row) -> {
            all.put(row.getColumn("pool", String.class), read(row));
            return all;
        });
    }

    private static PoolHistory read(RowView row) {
        return new PoolHistory(
                time(row.getColumn("resized_at", String.class)), time(row.getColumn("failed_at", String.class)));
    }

    private static Optional<Instant> time(@Nullable String text) {
        return Optional.ofNullable(text).map(Instant::parse);
    }
}
