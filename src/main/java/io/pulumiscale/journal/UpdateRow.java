package io.pulumiscale.journal;

import io.pulumiscale.model.Execution;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One intent of one resize of an update; all rows of an update are alike but for these. */
record UpdateRow(
        long id,
        UpdateStatus status,
        Execution execution,
        Optional<String> problem,
        Instant plannedAt,
        Optional<Instant> endedAt,
        DecisionRow decision) {

    static UpdateRow read(ResultSet row) throws SQLException {
        return new UpdateRow(
                row.getLong("id"),
                UpdateStatus.valueOf(row.getString("status")),
                execution(row),
                Optional.ofNullable(row.getString("problem")),
                Instant.parse(row.getString("planned_at")),
                Optional.ofNullable(row.getString("ended_at")).map(Instant::parse),
                DecisionRow.read(row));
    }

    private static Execution execution(ResultSet row) throws SQLException {
        int version = row.getInt("stack_version");
        Optional<Integer> stackVersion = row.wasNull() ? Optional.empty() : Optional.of(version);
        return new Execution(
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("started_at")).map(Instant::parse),
                Optional.ofNullable(row.getString("engine_version")),
                stackVersion);
    }

    static Update update(List<UpdateRow> rows) {
        UpdateRow first = rows.get(0);
        return new Update(
                first.id, resizes(rows), first.status, first.execution, first.problem, first.plannedAt, first.endedAt);
    }

    private static List<Resize> resizes(List<UpdateRow> rows) {
        Map<Long, List<DecisionRow>> byDecision = rows.stream()
                .map(UpdateRow::decision)
                .collect(Collectors.groupingBy(DecisionRow::id, LinkedHashMap::new, Collectors.toList()));
        return byDecision.values().stream().map(DecisionRow::resize).toList();
    }
}
