package io.neomt.commons.connections;

import com.zaxxer.hikari.HikariDataSource;

/** A pool that is in use, with when it was last used and last known to be right. Thread-safe. */
final class OpenPool {

    private final Target target;
    private final HikariDataSource source;
    private volatile long usedAt;
    private volatile long confirmedAt;

    OpenPool(Target target, HikariDataSource source, long now) {
        this.target = target;
        this.source = source;
        this.usedAt = now;
        this.confirmedAt = now;
    }

    Target target() {
        return target;
    }

    HikariDataSource source() {
        return source;
    }

    HikariDataSource use(long now) {
        usedAt = now;
        return source;
    }

    void confirm(long now) {
        confirmedAt = now;
    }

    boolean unconfirmedFor(long nanos, long now) {
        return now - confirmedAt > nanos;
    }

    boolean idleFor(long nanos, long now) {
        return now - usedAt > nanos && !busy();
    }

    long usedAt() {
        return usedAt;
    }

    boolean busy() {
        return Pools.active(source) > 0;
    }
}
