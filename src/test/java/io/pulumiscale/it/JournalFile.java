package io.pulumiscale.it;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** A journal's tables, read past the journal's own code. */
final class JournalFile {
    private final Jdbi jdbi;

    JournalFile(Path file) {
        this.jdbi = Jdbi.create("jdbc:sqlite:" + file);
    }

    /** Every row of every table, as of one moment. */
    Map<String, List<Map<String, Object>>> rows() {
        return jdbi.inTransaction(handle -> {
            Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
            handle
                    .createQuery("SELECT name FROM sqlite_master WHERE type = 'table'")
                    .mapTo(String.class)
                    .list()
                    .stream()
                    .forEach(table -> rows.put(
                            table,
                            handle.createQuery("SELECT * FROM \"%s\"".formatted(table))
                                    .mapToMap()
                                    .list()));
            return rows;
        });
    }
}
