package io.pulumiscale.journal;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import java.util.Optional;

/** A database on a server. */
final class Postgres {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 6; // one writes, two are for the lease, the others read

    private Postgres() {}

    static HikariConfig at(String url, Optional<String> user, Optional<String> password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("journal");
        config.setJdbcUrl(url);
        user.ifPresent(config::setUsername);
        password.ifPresent(config::setPassword);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.addDataSourceProperty("connectTimeout", PATIENCE.toSeconds());
        config.addDataSourceProperty("socketTimeout", LONGEST_STATEMENT.toSeconds());
        config.addDataSourceProperty("ApplicationName", "pulumiscale");
        return config;
    }
}
