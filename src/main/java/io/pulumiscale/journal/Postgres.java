package io.pulumiscale.journal;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import java.util.Optional;

/** A database on a server. */
final class Postgres {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 6; // one writes, two are for the lease, the others read

    /** A scaler that stops in the middle of a transaction, or whose network does, must not keep others waiting. */
    private static final String LIMIT_TRANSACTIONS = "SET idle_in_transaction_session_timeout = '3s'";

    private Postgres() {}

    static HikariConfig at(String url, Optional<String> user, Optional<String> password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("journal");
        config.setJdbcUrl(url);
        user.ifPresent(config::setUsername);
        password.ifPresent(config::setPassword);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionInitSql(LIMIT_TRANSACTIONS);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.addDataSourceProperty("connectTimeout", PATIENCE.toSeconds());
        config.addDataSourceProperty("socketTimeout", LONGEST_STATEMENT.toSeconds());
        config.addDataSourceProperty("ApplicationName", "pulumiscale");
        return config;
    }
}
