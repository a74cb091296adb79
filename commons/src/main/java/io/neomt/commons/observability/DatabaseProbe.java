package io.neomt.commons.observability;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Whether a database answers through its pool. */
public final class DatabaseProbe implements HealthProbe {

    private static final int SECONDS = 1;

    private final String name;
    private final HikariDataSource pool;

    public DatabaseProbe(String name, HikariDataSource pool) {
        this.name = name;
        this.pool = pool;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean required() {
        return true;
    }

    @Override
    public Map<String, Object> check() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            if (!connection.isValid(SECONDS)) {
                throw new SQLException("the database does not answer");
            }
        }
        return Map.of("connections", pool.getHikariPoolMXBean().getTotalConnections());
    }
}
