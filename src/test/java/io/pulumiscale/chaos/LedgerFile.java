package io.pulumiscale.chaos;

import io.pulumiscale.chaos.Ledger.Asked;
import io.pulumiscale.chaos.Ledger.Decided;
import io.pulumiscale.chaos.Ledger.Updated;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.Source;
import io.pulumiscale.model.UpdateStatus;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads a journal's tables with its own SQL, so that no fault of the journal's code hides itself. */
final class LedgerFile {
    private final Jdbi jdbi;

    LedgerFile(Path file) {
        this.jdbi = Jdbi.create("jdbc:sqlite:" + file);
    }

    /** As of one moment, while the scaler runs. */
    Ledger read() {
        return jdbi.inTransaction(handle -> new Ledger(intents(handle), decisions(handle), updates(handle)));
    }

    private static List<Asked> intents(Handle handle) {
        return handle.createQuery("SELECT * FROM intents ORDER BY sequence")
                .map((row, context) -> intent(row))
                .list();
    }

    private static List<Updated> updates(Handle handle) {
        return handle.createQuery("SELECT * FROM updates ORDER BY id")
                .map((row, context) -> new Updated(
                        row.getLong("id"),
                        UpdateStatus.valueOf(row.getString("status")),
                        Objects.requireNonNullElse(row.getString("problem"), "")))
                .list();
    }

    private static List<Decided> decisions(Handle handle) {
        Map<Long, List<String>> intents = handle
                .createQuery("SELECT decision_id, intent_id FROM decision_intents ORDER BY decision_id, position")
                .map((row, context) -> Map.entry(row.getLong("decision_id"), row.getString("intent_id")))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return handle.createQuery("SELECT * FROM decisions ORDER BY id")
                .map((row, context) -> decision(row, intents))
                .list();
    }

    private static Asked intent(ResultSet row) throws SQLException {
        return new Asked(
                row.getString("id"),
                row.getString("pool"),
                change(row.getString("action"), row.getInt("amount")),
                Source.valueOf(row.getString("source")).automatic(),
                number(row, "answered_by"));
    }

    private static Decided decision(ResultSet row, Map<Long, List<String>> intents) throws SQLException {
        return new Decided(
                row.getLong("id"),
                row.getString("pool"),
                row.getInt("from_size"),
                row.getInt("to_size"),
                row.getString("reason"),
                number(row, "update_id"),
                intents.getOrDefault(row.getLong("id"), List.of()));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    private static Change change(String action, int amount) {
        return switch (action) {
            case "set" -> new Change.SetTo(amount);
            case "delta" -> new Change.Delta(amount);
            case "percent" -> new Change.Percent(amount);
            default -> throw new IllegalArgumentException(action);
        };
    }
}
