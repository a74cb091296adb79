package io.neomt.commons.connections;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.util.concurrent.TimeUnit;

/** Makes connection pools that behave alike. */
public final class Pools {

    private static final long WAIT_MILLIS = TimeUnit.SECONDS.toMillis(5);

    /** A connection that is not needed any more leaves its place, of which a process has only so many, to others. */
    private static final long IDLE_MILLIS = TimeUnit.SECONDS.toMillis(60);

    private Pools() {}

    /**
     * A bounded pool that opens its connections as they are needed, so that a service starts, and says what is wrong in
     * its health, while its database is still away.
     *
     * @param name of the pool and its threads
     * @param atLeast connections kept open when idle
     */
    public static HikariDataSource open(String name, Login login, int atLeast, int atMost) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(login.url());
        config.setUsername(login.username());
        config.setPassword(login.password());
        config.setMaximumPoolSize(atMost);
        config.setMinimumIdle(Math.min(atLeast, atMost));
        config.setAutoCommit(false);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.setIdleTimeout(IDLE_MILLIS);
        config.addDataSourceProperty("ApplicationName", name);
        // the rows of a batch travel, and are inserted, as one statement
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    /** From now on at most so many connections: what is idle beyond them is closed at once, the rest when given back. */
    static void resize(HikariDataSource pool, int most) {
        int before = pool.getMaximumPoolSize();
        if (most == before) {
            return;
        }
        pool.setMinimumIdle(Math.min(pool.getMinimumIdle(), most));
        pool.setMaximumPoolSize(most);
        HikariPoolMXBean open = pool.getHikariPoolMXBean();
        if (open != null && most < before && open.getTotalConnections() > most) {
            open.softEvictConnections();
        }
    }

    /** How many connections of the pool are in use. */
    static int active(HikariDataSource pool) {
        HikariPoolMXBean open = pool.getHikariPoolMXBean();
        // none before the first connection is asked for
        return open == null || pool.isClosed() ? 0 : open.getActiveConnections();
    }

    /** Where a database is and how to log in; its text form hides the password. */
    public record Login(String url, String username, String password) {

        @Override
        public String toString() {
            return username + " at " + url;
        }
    }
}
