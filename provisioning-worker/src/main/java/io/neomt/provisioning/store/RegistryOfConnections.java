package io.neomt.provisioning.store;

import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CLUSTERS;
import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CONNECTIONS;
import static io.neomt.view.jooq.admin.admin.Tables.REGIONS;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.provisioning.plan.RegisteredConnection;
import io.neomt.provisioning.plan.Room;
import io.neomt.view.jooq.admin.admin.tables.records.DatabaseConnectionsRecord;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The registry as placement looks at it. */
final class RegistryOfConnections {

    private static final String PRIMARY = "primary";
    private static final String DEDICATED = "dedicated";
    private static final Field<Integer> PLACED = DSL.field(DSL.selectCount()
            .from(TENANTS)
            .where(TENANTS.CONNECTION_NAME.eq(DATABASE_CONNECTIONS.CONNECTION_NAME))
            .and(TENANTS.STATUS.ne("purged")));

    private RegistryOfConnections() {}

    static List<RegisteredConnection> read(AdminDatabase database) {
        return database.read(dsl -> dsl.select(DATABASE_CONNECTIONS.fields())
                .select(REGIONS.CODE, REGIONS.IS_ACTIVE, DATABASE_CLUSTERS.WRITER, PLACED)
                .from(DATABASE_CONNECTIONS)
                .join(REGIONS)
                .on(REGIONS.ID.eq(DATABASE_CONNECTIONS.REGION_ID))
                .leftJoin(DATABASE_CLUSTERS)
                .on(DATABASE_CLUSTERS.NAME.eq(DATABASE_CONNECTIONS.CLUSTER_NAME))
                .fetch(RegistryOfConnections::connection));
    }

    private static RegisteredConnection connection(Record row) {
        DatabaseConnectionsRecord connection = row.into(DATABASE_CONNECTIONS);
        String writer = row.get(DATABASE_CLUSTERS.WRITER);
        return new RegisteredConnection(
                connection.getConnectionName(),
                row.get(REGIONS.CODE),
                row.get(REGIONS.IS_ACTIVE),
                PRIMARY.equals(connection.getConnectionType())
                        && (writer == null || writer.equals(connection.getConnectionName())),
                connection.getIsActive(),
                connection.getIsHealthy(),
                connection.getIsDraining(),
                new Room(
                        DEDICATED.equals(connection.getPurpose()),
                        // before the first check nobody knows; the attempt will tell
                        Objects.requireNonNullElse(connection.getCanCreateDatabases(), true),
                        row.get(PLACED),
                        connection.getMaxTenants(),
                        Objects.requireNonNullElse(connection.getMeasuredBytes(), 0L),
                        connection.getMaxBytes()));
    }
}
