package io.pulumiscale.journal;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** A database in a file. */
final class Sqlite {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 4; // one writes, the others read

    private static final int CACHE_KIB = 16 << 10; // as much as is used

    private Sqlite() {}

    static HikariConfig at(Path file) {
        SQLiteDataSource source = new SQLiteDataSource(settings());
        source.setUrl("jdbc:sqlite:" + file);
        HikariConfig config = new HikariConfig();
        config.setPoolName("journal");
        config.setDataSource(source);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(PATIENCE.toMillis());
        return config;
    }

    /** With FULL, a commit has been fsynced; with IMMEDIATE, a transaction never finds the file changed under it. */
    private static SQLiteConfig settings() {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setJournalMode(JournalMode.WAL);
        settings.setSynchronous(SynchronousMode.FULL);
        settings.setTransactionMode(TransactionMode.IMMEDIATE);
        settings.setBusyTimeout((int) PATIENCE.toMillis());
        settings.enforceForeignKeys(true);
        settings.setCacheSize(-CACHE_KIB);
        settings.setTempStore(TempStore.MEMORY); // what a savepoint would go back to
        return settings;
    }
}
