package io.pulumiscale.journal;

import io.pulumiscale.model.Alert;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of alerts: the latest beginning and the latest end of each, by the sender's clock. */
final class Alerts {
    private static final String FIRED = """
            INSERT INTO alerts (alert, pool, source, action, amount, reason, since, heard_at)
            VALUES (:alert, :pool, :source, :action, :amount, :reason, :since, :heardAt)
            ON CONFLICT (alert) DO UPDATE
            SET pool = excluded.pool, source = excluded.source, action = excluded.action, amount = excluded.amount,
                reason = excluded.reason, since = excluded.since, heard_at = excluded.heard_at
            WHERE alerts.since IS NULL OR excluded.since > alerts.since
            """;

    private static final String ENDED = """
            INSERT INTO alerts (alert, pool, source, ended, end_heard_at)
            VALUES (:alert, :pool, :source, :ended, :heardAt)
            ON CONFLICT (alert) DO UPDATE
            SET ended = excluded.ended, end_heard_at = excluded.end_heard_at
            WHERE alerts.ended IS NULL OR excluded.ended > alerts.ended
            """;

    private static final String SELECT = """
            SELECT alert, pool, source, action, amount, reason, since, heard_at,
                   CASE WHEN ended >= since THEN end_heard_at END AS over_at
            FROM alerts
            WHERE since IS NOT NULL
              AND (ended IS NULL
                   OR ended < since
                   OR end_heard_at >= :endedSince
                   OR alert IN (SELECT alert FROM intents WHERE answered_by IS NULL))
            ORDER BY alert
            """;

    private static final String FORGET = """
            DELETE FROM alerts
            WHERE (heard_at IS NULL OR heard_at < :before)
              AND (end_heard_at IS NULL OR end_heard_at < :before)
              AND alert NOT IN (SELECT alert FROM intents WHERE answered_by IS NULL AND alert IS NOT NULL)
            """;

    private Alerts() {}

    static void fired(Handle handle, List<ScalingIntent> intents) {
        PreparedBatch fired = handle.prepareBatch(FIRED);
        for (ScalingIntent intent : intents) {
            intent.firing()
                    .ifPresent(firing -> fired.bind("alert", Stored.text(firing.alert()))
                            .bind("pool", Stored.text(intent.pool()))
                            .bind("source", intent.source().name())
                            .bind("action", Stored.action(intent.change()))
                            .bind("amount", Stored.amount(intent.change()))
                            .bind("reason", Stored.text(intent.reason()))
                            .bind("since", Stored.time(firing.since()))
                            .bind("heardAt", Stored.time(intent.receivedAt()))
                            .add());
        }
        fired.execute();
    }

    static void ended(Handle handle, List<Arrival> arrivals) {
        PreparedBatch ended = handle.prepareBatch(ENDED);
        for (Arrival arrival : arrivals) {
            for (AlertEnd end : arrival.ends()) {
                ended.bind("alert", Stored.text(end.alert()))
                        .bind("pool", Stored.text(end.pool()))
                        .bind("source", end.source().name())
                        .bind("ended", Stored.time(end.endedAt()))
                        .bind("heardAt", Stored.time(arrival.at()))
                        .add();
            }
        }
        ended.execute();
    }

    static List<Alert> list(Handle handle, Instant endedSince) {
        return handle.createQuery(SELECT)
                .bind("endedSince", Stored.time(endedSince))
                .map((row, context) -> read(row))
                .list();
    }

    /** @return how many rows went */
    static int forget(Handle handle, Instant before) {
        return handle.createUpdate(FORGET).bind("before", Stored.time(before)).execute();
    }

    private static Alert read(ResultSet row) throws SQLException {
        return new Alert(
                row.getString("alert"),
                row.getString("pool"),
                Stored.change(row.getString("action"), row.getInt("amount")),
                Source.valueOf(row.getString("source")),
                row.getString("reason"),
                Instant.parse(row.getString("since")),
                Instant.parse(row.getString("heard_at")),
                Optional.ofNullable(row.getString("over_at")).map(Instant::parse));
    }
}
