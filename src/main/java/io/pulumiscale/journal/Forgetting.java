package io.pulumiscale.journal;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Deletes what is over. Never what waits or is under way, and never the latest decision of a pool. Decisions and updates
 * go with the last of their intents; those that had none, alerts, approvals and notices by their age.
 */
final class Forgetting {
    private static final String INTENTS = """
            DELETE FROM intents
            WHERE (received_at < :before
                   OR sequence <= (SELECT sequence FROM intents ORDER BY sequence DESC LIMIT 1 OFFSET :keep))
              AND answered_by IN (
                  SELECT d.id
                  FROM decisions d
                  LEFT JOIN updates u ON u.id = d.update_id
                  WHERE d.update_id IS NULL OR u.ended_at IS NOT NULL)
            """;

    private static final String DECISIONS = """
            DELETE FROM decisions
            WHERE id NOT IN (SELECT MAX(id) FROM decisions GROUP BY pool)
              AND (decided_at < :before
                   OR EXISTS (SELECT 1 FROM decision_intents l WHERE l.decision_id = decisions.id))
              AND NOT EXISTS (
                  SELECT 1
                  FROM decision_intents l
                  JOIN intents i ON i.id = l.intent_id
                  WHERE l.decision_id = decisions.id)
              AND NOT EXISTS (
                  SELECT 1 FROM updates u WHERE u.id = decisions.update_id AND u.ended_at IS NULL)
            """;

    private static final String UPDATES = """
            DELETE FROM updates
            WHERE ended_at IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.update_id = updates.id)
            """;

    private Forgetting() {}

    /** @return how many rows went */
    static int forget(Handle handle, Retention retention, Instant now) {
        Instant before = now.minus(retention.age());
        int intents = handle.createUpdate(INTENTS)
                .bind("before", Stored.time(before))
                .bind("keep", retention.intents())
                .execute();
        int decisions = handle.createUpdate(DECISIONS)
                .bind("before", Stored.time(before))
                .execute();
        return intents
                + decisions
                + handle.execute(UPDATES)
                + EngineRuns.forget(handle, before)
                + Alerts.forget(handle, before)
                + Approvals.forget(handle, before)
                + Notices.forget(handle, before);
    }
}
