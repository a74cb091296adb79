package io.neomt.commons.connections;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what transactions of the admin database tell, the moment they commit. On a connection of its own; while that is
 * lost nothing is heard, and whoever listens is told when it is back.
 */
public final class Notices implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final int LOOK_MILLIS = 250;
    private static final int PAUSE_SECONDS = 1;
    /** A server that gives no sign of life for so long is as good as lost. */
    private static final String SILENCE_SECONDS = "5";

    private final Pools.Login login;
    private final Set<String> channels;
    private final Listener listener;
    private final String name;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Connection> line = new AtomicReference<>();
    private final Thread listening;

    /** Called on one thread; what it throws is the end of that thread. */
    public interface Listener {

        /** From here on everything is heard; whatever was told before was not. */
        void listening();

        void heard(String channel, String payload);

        /**
         * Whatever was told before this moment has been heard.
         *
         * @param nanos of {@link System#nanoTime}
         */
        default void heardUntil(long nanos) {
            // only for whoever relies on hearing everything
        }
    }

    /**
     * @param channels names that need no quoting
     * @param name of the thread and of the connection
     */
    public Notices(Pools.Login login, Set<String> channels, Listener listener, String name) {
        this.login = login;
        this.channels = Set.copyOf(channels);
        this.listener = listener;
        this.name = name;
        this.listening = Thread.ofPlatform().daemon().name(name).unstarted(this::listen);
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
                    LOG.warn("{} hears nothing until the database is back: {}", name, e.toString());
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
        settings.setProperty("ApplicationName", name);
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("socketTimeout", SILENCE_SECONDS);
        return DriverManager.getConnection(login.url(), settings);
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String channel : channels) {
                statement.execute("LISTEN " + channel);
            }
        }
        listener.listening();
        PGConnection notices = connection.unwrap(PGConnection.class);
        while (closed.getCount() > 0) {
            tell(notices.getNotifications(LOOK_MILLIS));
            long asked = System.nanoTime();
            feel(connection);
            // what the server sent before its answer
            tell(notices.getNotifications());
            listener.heardUntil(asked);
        }
    }

    /** A connection whose other end is gone says nothing, as one does on which nothing happens. */
    private static void feel(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    private void tell(PGNotification @Nullable [] heard) {
        if (heard != null) {
            for (PGNotification each : heard) {
                listener.heard(each.getName(), each.getParameter());
            }
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
