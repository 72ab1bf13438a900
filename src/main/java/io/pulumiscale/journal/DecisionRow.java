package io.pulumiscale.journal;

import io.pulumiscale.model.Decision;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Resize;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One intent of a decision; a decision of several has several rows, alike but for it. */
record DecisionRow(long id, String pool, int from, int to, String reason, boolean hold, Optional<IntentId> intent) {

    static DecisionRow read(ResultSet row) throws SQLException {
        row.getLong("update_id");
        boolean hold = row.wasNull();
        return new DecisionRow(
                row.getLong("decision_id"),
                row.getString("pool"),
                row.getInt("from_size"),
                row.getInt("to_size"),
                row.getString("reason"),
                hold,
                Optional.ofNullable(row.getString("intent_id")).map(IntentId::new));
    }

    static Decision decision(List<DecisionRow> rows) {
        DecisionRow first = rows.get(0);
        return first.hold() ? new Hold(first.pool(), first.to(), first.reason(), intents(rows)) : resize(rows);
    }

    static Resize resize(List<DecisionRow> rows) {
        DecisionRow first = rows.get(0);
        return new Resize(first.pool(), first.from(), first.to(), first.reason(), intents(rows));
    }

    private static List<IntentId> intents(List<DecisionRow> rows) {
        Stream<Optional<IntentId>> intents = rows.stream().map(DecisionRow::intent);
        return intents.flatMap(Optional::stream).toList();
    }
}
