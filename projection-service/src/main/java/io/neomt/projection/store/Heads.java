package io.neomt.projection.store;

import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CLUSTERS;
import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CONNECTIONS;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;
import static io.neomt.view.jooq.admin.eventstore.Tables.TENANT_HEAD;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.view.jooq.admin.admin.tables.DatabaseConnections;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.impl.DSL;

/** How far the store is for each tenant that has views, and which server holds the rows. */
public final class Heads {

    private static final DatabaseConnections NAMED = DATABASE_CONNECTIONS.as("named");
    private static final DatabaseConnections WRITER = DATABASE_CONNECTIONS.as("writer");
    private static final Field<String> SERVER =
            DSL.concat(DSL.coalesce(WRITER.CONNECTION_NAME, ""), DSL.inline(" "), DSL.coalesce(WRITER.INCARNATION, ""));

    private final AdminDatabase database;

    public Heads(AdminDatabase database) {
        this.database = database;
    }

    /** @param server another one after a crash of the server, and after another took its place */
    public record Head(Position position, String server) {}

    /** Not of tenants that are yet to be made, or are being purged. */
    public Map<TenantId, Head> all() {
        return database.read(dsl -> dsl
                .select(TENANT_HEAD.TENANT_ID, TENANT_HEAD.POSITION, SERVER)
                .from(TENANT_HEAD)
                .join(TENANTS)
                .on(TENANTS.ID.eq(TENANT_HEAD.TENANT_ID))
                .leftJoin(NAMED)
                .on(NAMED.CONNECTION_NAME.eq(TENANTS.CONNECTION_NAME))
                .leftJoin(DATABASE_CLUSTERS)
                .on(DATABASE_CLUSTERS.NAME.eq(NAMED.CLUSTER_NAME))
                .leftJoin(WRITER)
                .on(WRITER.CONNECTION_NAME.eq(DSL.coalesce(DATABASE_CLUSTERS.WRITER, NAMED.CONNECTION_NAME)))
                .where(TENANTS.PURGE_REQUESTED_AT.isNull())
                .and(TENANTS.STATUS.ne("purged"))
                .and(TENANTS.STATUS.eq("active").or(TENANTS.TEMPLATE_VERSION.isNotNull()))
                .fetch()
                .stream()
                .collect(Collectors.toMap(row -> new TenantId(row.value1()), Heads::head)));
    }

    private static Head head(Record3<UUID, Long, String> row) {
        return new Head(new Position(row.value2()), row.value3());
    }
}
