package io.neomt.migration.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Bounds what this process opens to each database server for migrations, whatever runs they belong to and however many
 * registered connections lead to the server. Thread-safe.
 */
public final class ServerBound {

    private final Function<String, String> server;
    private final int most;
    private final Map<String, String> servers = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> free = new ConcurrentHashMap<>();

    /**
     * @param server where the connection of a name leads, as host and port
     * @param most connections to one server at a time
     */
    public ServerBound(Function<String, String> server, int most) {
        this.server = server;
        this.most = most;
    }

    /** Until it is closed. */
    interface Held extends AutoCloseable {

        @Override
        void close();
    }

    /** Waits until so many may be opened; where that is more than the bound, until nothing else is open. */
    Held hold(String connection, int wanted) {
        int count = Math.min(wanted, most);
        Semaphore permits =
                free.computeIfAbsent(servers.computeIfAbsent(connection, server), _ -> new Semaphore(most, true));
        permits.acquireUninterruptibly(count);
        return () -> permits.release(count);
    }
}
