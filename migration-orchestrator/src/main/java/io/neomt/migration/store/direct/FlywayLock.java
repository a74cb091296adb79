package io.neomt.migration.store.direct;

import io.neomt.view.Migrations;

/** The key under which Flyway holds PostgreSQL's advisory lock of a schema (its PostgreSQLAdvisoryLockTemplate). */
final class FlywayLock {

    private static final long MAGIC = 77_431_708_279_161L;

    private FlywayLock() {}

    static long keyOf(String schema) {
        String table = "\"" + schema + "\".\"" + Migrations.HISTORY_TABLE + "\"";
        return MAGIC + table.hashCode();
    }
}
