package io.neomt.commons.connections;

import io.neomt.event.TenantId;
import io.neomt.view.TenantNotice;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of every change of a tenant the moment it is committed, and has the directory forget what it knew. On a connection
 * of its own; while that is lost the directory's own bound is what holds.
 */
public final class TenantNotices implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TenantNotices.class);
    private static final int LOOK_MILLIS = 1_000;
    private static final int PAUSE_SECONDS = 1;

    private final Pools.Login login;
    private final CachedTenantDirectory directory;
    private final String owner;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Connection> line = new AtomicReference<>();
    private final Thread listening;

    /** @param owner prefix of the thread's name and of the connection's */
    public TenantNotices(Pools.Login login, CachedTenantDirectory directory, String owner) {
        this.login = login;
        this.directory = directory;
        this.owner = owner;
        this.listening = Thread.ofPlatform().daemon().name(owner + "-tenants").unstarted(this::listen);
    }

    public void start() {
        listening.start();
    }

    private void listen() {
        do {
            try (Connection connection = open()) {
                line.set(connection);
                hear(connection);
            } catch (SQLException e) {
                if (closed.getCount() > 0) {
                    LOG.warn("changes of tenants are seen a second late until the database is back: {}", e.toString());
                }
            } finally {
                line.set(null);
            }
        } while (!pause());
    }

    private Connection open() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", login.username());
        settings.setProperty("password", login.password());
        settings.setProperty("ApplicationName", owner + "-tenants");
        settings.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(login.url(), settings);
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + TenantNotice.CHANNEL);
        }
        // whatever changed while nobody listened
        directory.forgetAll();
        PGConnection notices = connection.unwrap(PGConnection.class);
        while (closed.getCount() > 0) {
            PGNotification @Nullable [] heard = notices.getNotifications(LOOK_MILLIS);
            if (heard != null) {
                for (PGNotification each : heard) {
                    forget(each.getParameter());
                }
            }
        }
    }

    private void forget(String id) {
        try {
            directory.forget(TenantId.of(id));
        } catch (IllegalArgumentException e) {
            LOG.warn("a notice names no tenant; all are looked up anew: {}", e.toString());
            directory.forgetAll();
        }
    }

    /** @return whether this was closed meanwhile */
    private boolean pause() {
        try {
            return closed.await(PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Returns when the thread has ended. */
    @Override
    public void close() {
        closed.countDown();
        Connection current = line.get();
        try {
            if (current != null) {
                current.close();
            }
            listening.join();
        } catch (SQLException e) {
            LOG.debug("the connection had ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
