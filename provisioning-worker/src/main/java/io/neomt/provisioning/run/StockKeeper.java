package io.neomt.provisioning.run;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Keeps schemas in stock on every connection: twice as many as before where they ran out, and slowly fewer where nobody
 * takes them. They are made one after the other in a thread of their own, and while tenants are waiting only half of
 * them: both are work of the same server, and who waits comes first.
 */
public final class StockKeeper implements AutoCloseable {

    private static final int MOST = 512;

    private final StockRoom room;
    private final int least;
    private final Duration pause;
    private final BooleanSupplier quiet;
    private final BiConsumer<String, RuntimeException> onFailure;
    private final ScheduledExecutorService timer;
    private final Map<String, Integer> enough = new ConcurrentHashMap<>();

    /**
     * @param least how many there are where nobody takes any; 0 for none at all
     * @param pause how long between two looks
     * @param quiet whether no tenant is waiting
     * @param onFailure told the connection and what went wrong; it is tried again after the pause
     */
    public StockKeeper(
            StockRoom room,
            int least,
            Duration pause,
            BooleanSupplier quiet,
            BiConsumer<String, RuntimeException> onFailure,
            String owner) {
        this.quiet = quiet;
        this.room = room;
        this.least = least;
        this.pause = pause;
        this.onFailure = onFailure;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(owner + "-stock").factory());
    }

    public void start() {
        if (least > 0) {
            ScheduledFuture<?> unused =
                    timer.scheduleWithFixedDelay(this::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            room.connections().forEach(this::fill);
        } catch (RuntimeException e) {
            // the timer would stop for ever if this left it
            onFailure.accept("", e);
        }
    }

    private void fill(String connection) {
        try {
            int wanted = enough.getOrDefault(connection, least);
            int made = 0;
            int target = target(wanted);
            while (!timer.isShutdown() && room.add(connection, target)) {
                made++;
                target = target(wanted);
            }
            // when it is filled for the first time, nobody has taken any
            enough.put(connection, enough.containsKey(connection) ? next(wanted, target, made) : wanted);
        } catch (RuntimeException e) {
            onFailure.accept(connection, e);
        }
    }

    private int target(int wanted) {
        return quiet.getAsBoolean() ? wanted : (wanted + 1) / 2;
    }

    /** More than half of what is kept was taken between two looks: it may not be enough. */
    private int next(int wanted, int target, int made) {
        return made > target / 2 ? Math.min(MOST, wanted * 2) : Math.max(least, wanted - 1);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
