package io.neomt.provisioning.connections;

import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CLUSTERS;
import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CONNECTIONS;
import static io.neomt.view.jooq.admin.admin.Tables.REGIONS;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.provisioning.registry.ConnectionType;
import io.neomt.provisioning.registry.DisabledBy;
import io.neomt.provisioning.registry.Health;
import io.neomt.provisioning.registry.Limits;
import io.neomt.provisioning.registry.Purpose;
import io.neomt.provisioning.registry.Registered;
import io.neomt.provisioning.registry.ServerFacts;
import io.neomt.view.Region;
import io.neomt.view.jooq.admin.admin.tables.DatabaseConnections;
import io.neomt.view.jooq.admin.admin.tables.records.DatabaseConnectionsRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the registry with all that belongs to them. */
final class RegistryRows {

    private static final DatabaseConnections MEMBER = DATABASE_CONNECTIONS.as("member");
    /** The servers of a cluster hold the tenants of all of them. */
    private static final Field<Integer> PLACED = DSL.field(DSL.selectCount()
            .from(TENANTS)
            .where(TENANTS.STATUS.ne("purged"))
            .and(TENANTS.CONNECTION_NAME
                    .eq(DATABASE_CONNECTIONS.CONNECTION_NAME)
                    .or(TENANTS.CONNECTION_NAME.in(DSL.select(MEMBER.CONNECTION_NAME)
                            .from(MEMBER)
                            .where(MEMBER.CLUSTER_NAME.eq(DATABASE_CONNECTIONS.CLUSTER_NAME))))));

    private RegistryRows() {}

    static List<Registered> all(DSLContext dsl) {
        return where(dsl, DSL.noCondition());
    }

    static Optional<Registered> named(DSLContext dsl, String name) {
        return where(dsl, DATABASE_CONNECTIONS.CONNECTION_NAME.eq(name)).stream()
                .findFirst();
    }

    static List<Registered> inCluster(DSLContext dsl, String cluster) {
        return where(dsl, DATABASE_CONNECTIONS.CLUSTER_NAME.eq(cluster));
    }

    private static List<Registered> where(DSLContext dsl, Condition condition) {
        return dsl.select(DATABASE_CONNECTIONS.fields())
                .select(REGIONS.CODE, REGIONS.IS_ACTIVE, DATABASE_CLUSTERS.WRITER, PLACED)
                .from(DATABASE_CONNECTIONS)
                .join(REGIONS)
                .on(REGIONS.ID.eq(DATABASE_CONNECTIONS.REGION_ID))
                .leftJoin(DATABASE_CLUSTERS)
                .on(DATABASE_CLUSTERS.NAME.eq(DATABASE_CONNECTIONS.CLUSTER_NAME))
                .where(condition)
                .orderBy(DATABASE_CONNECTIONS.CONNECTION_NAME)
                .fetch(RegistryRows::registered);
    }

    private static Registered registered(Record row) {
        DatabaseConnectionsRecord connection = row.into(DATABASE_CONNECTIONS);
        String writer = row.get(DATABASE_CLUSTERS.WRITER);
        return new Registered(
                connection.getId(),
                connection.getConnectionName(),
                ConnectionType.valueOf(upper(connection.getConnectionType())),
                new Region(row.get(REGIONS.CODE)),
                row.get(REGIONS.IS_ACTIVE),
                connection.getHost(),
                connection.getPort(),
                connection.getDatabaseName(),
                connection.getUsername(),
                connection.getEncryptionKeyId(),
                Purpose.valueOf(upper(connection.getPurpose())),
                limits(connection),
                connection.getClusterName(),
                writer == null || writer.equals(connection.getConnectionName()),
                connection.getIsDraining(),
                health(connection),
                facts(connection),
                connection.getLastHealthCheck(),
                row.get(PLACED),
                connection.getVersion());
    }

    private static Limits limits(DatabaseConnectionsRecord row) {
        return new Limits(
                Math.min(row.getPoolMinSize(), row.getPoolMaxSize()),
                row.getPoolMaxSize(),
                row.getMaxTenants(),
                row.getMaxBytes(),
                row.getMaxConsecutiveFailures());
    }

    private static Health health(DatabaseConnectionsRecord row) {
        String by = row.getDisabledBy();
        return new Health(
                row.getIsActive(),
                by == null ? null : DisabledBy.valueOf(upper(by)),
                row.getIsHealthy(),
                row.getConsecutiveFailures(),
                row.getConsecutiveSuccesses(),
                row.getLastError());
    }

    private static @Nullable ServerFacts facts(DatabaseConnectionsRecord row) {
        String system = row.getSystemIdentifier();
        return system == null
                ? null
                : new ServerFacts(
                        row.getServerVersion(),
                        system,
                        row.getTimeline(),
                        row.getInRecovery(),
                        row.getReplayLagMs(),
                        row.getMeasuredBytes(),
                        row.getIncarnation(),
                        true,
                        row.getCanCreateDatabases());
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
