package io.neomt.provisioning.connections;

import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CLUSTERS;
import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CONNECTIONS;

import io.neomt.provisioning.registry.ConnectionType;
import io.neomt.provisioning.registry.DisabledBy;
import io.neomt.provisioning.registry.Health;
import io.neomt.provisioning.registry.Member;
import io.neomt.provisioning.registry.Registered;
import io.neomt.provisioning.registry.ServerFacts;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes what checks have seen, and what follows from it. */
final class HealthRows {

    private static final Field<Instant> NOW = DSL.field("now()", Instant.class);

    private HealthRows() {}

    static void record(DSLContext dsl, String name, ServerFacts facts) {
        dsl.update(DATABASE_CONNECTIONS)
                .set(DATABASE_CONNECTIONS.SERVER_VERSION, facts.version())
                .set(DATABASE_CONNECTIONS.SYSTEM_IDENTIFIER, facts.systemIdentifier())
                .set(DATABASE_CONNECTIONS.TIMELINE, facts.timeline())
                .set(DATABASE_CONNECTIONS.IN_RECOVERY, facts.inRecovery())
                .set(DATABASE_CONNECTIONS.REPLAY_LAG_MS, facts.replayLagMillis())
                .set(DATABASE_CONNECTIONS.MEASURED_BYTES, facts.bytes())
                .set(DATABASE_CONNECTIONS.INCARNATION, facts.incarnation())
                .set(DATABASE_CONNECTIONS.CAN_CREATE_DATABASES, facts.canCreateDatabases())
                .set(DATABASE_CONNECTIONS.LAST_HEALTH_CHECK, NOW)
                .where(DATABASE_CONNECTIONS.CONNECTION_NAME.eq(name))
                .execute();
    }

    /**
     * Nothing where the row was changed since it was read: an operator has the last word.
     *
     * @param before as it was read
     */
    static boolean record(DSLContext dsl, Registered before, Health after) {
        @Nullable DisabledBy by = after.disabledBy();
        Health was = before.health();
        return dsl.update(DATABASE_CONNECTIONS)
                        .set(DATABASE_CONNECTIONS.IS_ACTIVE, after.active())
                        .set(DATABASE_CONNECTIONS.DISABLED_BY, by == null ? null : ConnectionWriter.lower(by))
                        .set(
                                DATABASE_CONNECTIONS.DISABLED_AT,
                                was.active() && !after.active() ? NOW : DATABASE_CONNECTIONS.DISABLED_AT)
                        .set(DATABASE_CONNECTIONS.IS_HEALTHY, after.healthy())
                        .set(DATABASE_CONNECTIONS.CONSECUTIVE_FAILURES, after.failures())
                        .set(DATABASE_CONNECTIONS.CONSECUTIVE_SUCCESSES, after.successes())
                        .set(DATABASE_CONNECTIONS.LAST_ERROR, after.lastError())
                        .set(DATABASE_CONNECTIONS.LAST_HEALTH_CHECK, NOW)
                        .set(
                                DATABASE_CONNECTIONS.VERSION,
                                DATABASE_CONNECTIONS.VERSION.plus(was.active() == after.active() ? 0 : 1))
                        .where(DATABASE_CONNECTIONS.ID.eq(before.id()))
                        .and(DATABASE_CONNECTIONS.IS_ACTIVE.eq(was.active()))
                        .and(DATABASE_CONNECTIONS.HOST.eq(before.host()))
                        .and(DATABASE_CONNECTIONS.PORT.eq(before.port()))
                        .execute()
                == 1;
    }

    /**
     * Gives the cluster to another writer and fences the old one; the caller's transaction makes it one change.
     *
     * @param fence how long the old one must have been switched off: by then every process has heard of it, or refuses
     * @return false where it is too early, or somebody else was faster
     */
    static boolean succeed(DSLContext dsl, Registered old, Member successor, Duration fence) {
        boolean off = dsl.fetchExists(
                DATABASE_CONNECTIONS,
                DATABASE_CONNECTIONS.ID.eq(old.id()),
                DATABASE_CONNECTIONS.DISABLED_BY.eq(ConnectionWriter.lower(DisabledBy.HEALTH)),
                DSL.condition(
                        "{0} <= now() - {1} * interval '1 millisecond'",
                        DATABASE_CONNECTIONS.DISABLED_AT, DSL.val(fence.toMillis())));
        return off && handOver(dsl, old, successor);
    }

    private static boolean handOver(DSLContext dsl, Registered old, Member successor) {
        int moved = dsl.update(DATABASE_CLUSTERS)
                .set(DATABASE_CLUSTERS.WRITER, successor.name())
                .set(DATABASE_CLUSTERS.EPOCH, DATABASE_CLUSTERS.EPOCH.plus(1))
                .set(DATABASE_CLUSTERS.CHANGED_AT, NOW)
                .where(DATABASE_CLUSTERS.NAME.eq(old.cluster()))
                .and(DATABASE_CLUSTERS.WRITER.eq(old.name()))
                .execute();
        if (moved == 0) {
            return false;
        }
        dsl.update(DATABASE_CONNECTIONS)
                .set(DATABASE_CONNECTIONS.IS_ACTIVE, false)
                .set(DATABASE_CONNECTIONS.DISABLED_BY, ConnectionWriter.lower(DisabledBy.FENCED))
                .set(DATABASE_CONNECTIONS.VERSION, DATABASE_CONNECTIONS.VERSION.plus(1))
                .where(DATABASE_CONNECTIONS.ID.eq(old.id()))
                .execute();
        dsl.update(DATABASE_CONNECTIONS)
                .set(DATABASE_CONNECTIONS.CONNECTION_TYPE, ConnectionWriter.lower(ConnectionType.PRIMARY))
                .set(DATABASE_CONNECTIONS.IS_ACTIVE, true)
                .setNull(DATABASE_CONNECTIONS.DISABLED_BY)
                .set(DATABASE_CONNECTIONS.VERSION, DATABASE_CONNECTIONS.VERSION.plus(1))
                .where(DATABASE_CONNECTIONS.CONNECTION_NAME.eq(successor.name()))
                .execute();
        return true;
    }
}
