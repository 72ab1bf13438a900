package io.pulumiscale.journal;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Whether a journal could be opened, found out without making it, changing it or keeping it from a running scaler. */
final class JournalProbe {
    private static final long LITTLE_ROOM = 100L * 1024 * 1024;

    private JournalProbe() {}

    static JournalCondition memory() {
        return new JournalCondition("in memory", Optional.of("a restart forgets what was accepted"), Optional.empty());
    }

    static JournalCondition file(Path file) {
        Path there = nearest(file);
        if (!Files.isWritable(there)) {
            throw new JournalException(
                    "the journal %s cannot be written: this user may not write %s".formatted(file, there));
        }
        if (there.equals(file)) {
            Database.look(Sqlite.at(file), "sqlite", handle -> handle);
        }
        String text = there.equals(file) ? file.toString() : "%s, which the scaler will make".formatted(file);
        return new JournalCondition(text, littleRoom(there), Optional.empty());
    }

    static Past past(Path file, Instant since) {
        if (!Files.isRegularFile(file)) {
            throw new JournalException("there is no journal " + file);
        }
        return Database.look(Sqlite.at(file), "sqlite", handle -> Past.since(handle, since));
    }

    static JournalCondition postgresql(String url, HikariConfig config) {
        config.setMaximumPoolSize(2); // Flyway looks by two
        Instant now = Database.look(
                config,
                "postgresql",
                handle -> handle.createQuery("select now()")
                        .mapTo(OffsetDateTime.class)
                        .one()
                        .toInstant());
        return new JournalCondition(url.replaceFirst("\\?.*", ""), Optional.empty(), Optional.of(now));
    }

    private static Path nearest(Path file) {
        Path nearest = file;
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return nearest;
    }

    private static Optional<String> littleRoom(Path there) {
        try {
            long room = Files.getFileStore(there).getUsableSpace();
            return room < LITTLE_ROOM
                    ? Optional.of("its disk has only %d MiB left".formatted(room / 1024 / 1024))
                    : Optional.empty();
        } catch (IOException e) {
            throw new JournalException("the journal's disk cannot be looked at: " + e, e);
        }
    }
}
