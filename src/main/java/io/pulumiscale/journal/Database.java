package io.pulumiscale.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Connections to a database that has the journal's tables. */
final class Database implements AutoCloseable {
    private static final String[] NONE = {};

    private final HikariDataSource connections;
    private final Jdbi jdbi;

    private Database(HikariDataSource connections) {
        this.connections = connections;
        this.jdbi = Jdbi.create(connections);
    }

    /**
     * Makes the tables, or brings them up to this version.
     *
     * @param dialect the folder of the migrations
     * @throws JournalException it cannot be reached, or its tables are a newer version's
     */
    static Database open(HikariConfig config, String dialect) {
        HikariDataSource connections = connect(config);
        try {
            tables(connections, dialect).migrate();
            return new Database(connections);
        } catch (FlywayException e) {
            connections.close();
            throw new JournalException("the journal's tables cannot be made: " + e.getMessage(), e);
        }
    }

    /**
     * Reads what {@link #open} would find, and leaves it as it is.
     *
     * @throws JournalException it cannot be reached, or its tables are a newer version's
     */
    static <T> T look(HikariConfig config, String dialect, Function<Handle, T> reading) {
        try (HikariDataSource connections = connect(config)) {
            refuseNewer(tables(connections, dialect).info().applied());
            return Jdbi.create(connections).withHandle(reading::apply);
        } catch (FlywayException | JdbiException e) {
            throw new JournalException("the journal cannot be read: " + e.getMessage(), e);
        }
    }

    private static void refuseNewer(MigrationInfo[] applied) {
        for (MigrationInfo each : applied) {
            if (!each.getState().isResolved()) {
                throw new JournalException("the journal's tables are a newer version's: %s %s"
                        .formatted(each.getVersion(), each.getDescription()));
            }
        }
    }

    private static Flyway tables(HikariDataSource connections, String dialect) {
        return Flyway.configure()
                .dataSource(connections)
                .locations("classpath:io/pulumiscale/journal/" + dialect)
                .table("pulumiscale_migrations")
                .ignoreMigrationPatterns(NONE) // a later version's tables are refused, not overlooked
                .load();
    }

    private static HikariDataSource connect(HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new JournalException("the journal cannot be opened: " + e.getMessage(), e);
        }
    }

    <T> T read(Function<Handle, T> work) {
        return with(work, "the journal cannot be read: ");
    }

    /** One statement, durable when it returns. */
    <T> T write(Function<Handle, T> statement) {
        return with(statement, "the journal cannot be written: ");
    }

    private <T> T with(Function<Handle, T> work, String problem) {
        try {
            return jdbi.withHandle(work::apply);
        } catch (JdbiException e) {
            distrust();
            throw new JournalException(problem + e.getMessage(), e);
        }
    }

    /** All or nothing, and durable when it returns. */
    void transaction(Consumer<Handle> work) {
        try {
            jdbi.useTransaction(work::accept);
        } catch (JdbiException e) {
            distrust();
            throw e;
        }
    }

    /** When one connection has broken the others are as likely to be: the next try has a new one. */
    private void distrust() {
        HikariPoolMXBean pool = connections.getHikariPoolMXBean();
        if (pool != null && !connections.isClosed()) {
            pool.softEvictConnections();
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
