package io.pulumiscale.journal;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Opens a journal by what people write for it. */
public final class Journals {
    public static final String USER = "PULUMISCALE_JOURNAL_USER";
    public static final String PASSWORD = "PULUMISCALE_JOURNAL_PASSWORD";

    private static final String MEMORY = "memory";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final int REMEMBERED = 100_000;

    private Journals() {}

    /** Of a stack, in its folder. */
    public static String standard(Path folder, String stack) {
        return folder.resolve(".pulumiscale")
                .resolve("journal-%s.db".formatted(stack.replace('/', '.')))
                .toString();
    }

    /**
     * @param location a file, {@code jdbc:postgresql://…}, or {@code memory}
     * @param environment has the user and the password of PostgreSQL
     * @throws JournalException it cannot be opened, or is no such location
     */
    public static Journal open(String location, Map<String, String> environment, Clock clock) {
        if (location.equals(MEMORY)) {
            return new MemoryJournal(REMEMBERED);
        }
        if (location.startsWith(POSTGRESQL)) {
            return postgresql(location, environment, clock);
        }
        refuseOthers(location);
        return JdbcJournal.file(Path.of(location).toAbsolutePath(), Retention.standard(), clock);
    }

    /**
     * Looks whether it could be opened; makes and changes nothing, and keeps nothing from a running scaler.
     *
     * @param location as for {@link #open}
     * @throws JournalException it could not be
     */
    public static JournalCondition look(String location, Map<String, String> environment) {
        if (location.equals(MEMORY)) {
            return JournalProbe.memory();
        }
        if (location.startsWith(POSTGRESQL)) {
            refusePassword(location);
            return JournalProbe.postgresql(
                    location,
                    Postgres.at(
                            location,
                            Optional.ofNullable(environment.get(USER)),
                            Optional.ofNullable(environment.get(PASSWORD))));
        }
        refuseOthers(location);
        return JournalProbe.file(Path.of(location).toAbsolutePath());
    }

    /**
     * What came in since then; changes nothing, and keeps nothing from a running scaler.
     *
     * @param location a file, or {@code jdbc:postgresql://…}
     * @throws JournalException there is none, or it cannot be read
     */
    public static Past past(String location, Map<String, String> environment, Instant since) {
        if (location.startsWith(POSTGRESQL)) {
            refusePassword(location);
            HikariConfig config = Postgres.at(
                    location,
                    Optional.ofNullable(environment.get(USER)),
                    Optional.ofNullable(environment.get(PASSWORD)));
            config.setMaximumPoolSize(2); // Flyway looks by two
            return Database.look(config, "postgresql", handle -> Past.since(handle, since));
        }
        refuseOthers(location);
        return JournalProbe.past(Path.of(location).toAbsolutePath(), since);
    }

    private static void refuseOthers(String location) {
        if (location.startsWith("jdbc:")) {
            throw new JournalException("a journal is a file, jdbc:postgresql://… or memory");
        }
    }

    private static void refusePassword(String url) {
        if (url.toLowerCase(Locale.ROOT).contains("password=")) {
            throw new JournalException("the journal's password is given by %s, not in the URL".formatted(PASSWORD));
        }
    }

    private static Journal postgresql(String url, Map<String, String> environment, Clock clock) {
        refusePassword(url);
        return JdbcJournal.postgresql(
                url,
                Optional.ofNullable(environment.get(USER)),
                Optional.ofNullable(environment.get(PASSWORD)),
                Retention.standard(),
                clock);
    }
}
