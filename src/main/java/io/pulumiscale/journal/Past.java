package io.pulumiscale.journal;

import io.pulumiscale.model.Alert;
import io.pulumiscale.model.ScalingIntent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What came in since a time, to be replayed.
 *
 * @param intents in order of arrival, as far as they are kept
 * @param alerts as they stood last, whether they fire or not
 * @param sizes from which the first decision of each pool was made
 */
public record Past(List<ScalingIntent> intents, List<Alert> alerts, Map<String, Integer> sizes) {
    private static final String FIRST = """
            SELECT pool, from_size FROM decisions
            WHERE id IN (SELECT MIN(id) FROM decisions WHERE decided_at >= :since GROUP BY pool)
            """;

    public Past {
        intents = List.copyOf(intents);
        alerts = List.copyOf(alerts);
        sizes = Map.copyOf(sizes);
    }

    static Past since(Handle handle, Instant since) {
        return new Past(
                Intents.since(handle, since),
                Alerts.list(handle, since),
                handle
                        .createQuery(FIRST)
                        .bind("since", Stored.time(since))
                        .map((row, context) -> Map.entry(row.getString("pool"), row.getInt("from_size")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
