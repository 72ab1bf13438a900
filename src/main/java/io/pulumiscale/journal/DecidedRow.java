package io.pulumiscale.journal;

import io.pulumiscale.model.Decided;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** One intent of a decision, with what is only asked for when the decision itself is of interest. */
record DecidedRow(DecisionRow row, Instant at, Optional<Long> update) {

    /** In the order of the rows. */
    static List<Decided> list(Query query) {
        Map<Long, List<DecidedRow>> byDecision = query.map((row, context) -> read(row))
                .collect(Collectors.groupingBy(it -> it.row.id(), LinkedHashMap::new, Collectors.toList()));
        return byDecision.values().stream().map(DecidedRow::decided).toList();
    }

    private static DecidedRow read(ResultSet row) throws SQLException {
        long update = row.getLong("update_id");
        Optional<Long> carriedOutBy = row.wasNull() ? Optional.empty() : Optional.of(update);
        return new DecidedRow(DecisionRow.read(row), Instant.parse(row.getString("decided_at")), carriedOutBy);
    }

    private static Decided decided(List<DecidedRow> rows) {
        DecidedRow first = rows.get(0);
        List<DecisionRow> decision = rows.stream().map(DecidedRow::row).toList();
        return new Decided(first.row.id(), first.at, DecisionRow.decision(decision), first.update);
    }
}
