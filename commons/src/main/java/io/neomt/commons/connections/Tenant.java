package io.neomt.commons.connections;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.view.DatabaseRole;
import io.neomt.view.Region;
import io.neomt.view.SchemaName;
import org.jspecify.annotations.Nullable;

/**
 * Where a tenant is found.
 *
 * @param connectionName the row of {@code admin.database_connections}; null until the tenant was active
 * @param databaseRole that its rows are read and written with; null for one that was made before there were any
 * @param databaseName a database of its own on the connection's server; null for one that lies in the connection's
 * @param parkedAt the event that its views stand before, so that they show nothing from there on; null while they go on
 */
public record Tenant(
        TenantId id,
        String slug,
        SchemaName schema,
        TenantStatus status,
        @Nullable String connectionName,
        Region region,
        @Nullable DatabaseRole databaseRole,
        @Nullable String databaseName,
        @Nullable Position parkedAt) {

    /** Where its views stand when it is not known before which event. */
    public static final Position ANYWHERE = new Position(Long.MAX_VALUE);

    /** A tenant whose views go on. */
    public Tenant(
            TenantId id,
            String slug,
            SchemaName schema,
            TenantStatus status,
            @Nullable String connectionName,
            Region region,
            @Nullable DatabaseRole databaseRole,
            @Nullable String databaseName) {
        this(id, slug, schema, status, connectionName, region, databaseRole, databaseName, null);
    }

    /** A tenant without a role or a database of its own. */
    public Tenant(
            TenantId id,
            String slug,
            SchemaName schema,
            TenantStatus status,
            @Nullable String connectionName,
            Region region) {
        this(id, slug, schema, status, connectionName, region, null, null);
    }

    /** Whether its rows are there, although perhaps nobody may use them. */
    public boolean kept() {
        return connectionName != null
                && switch (status) {
                    case ACTIVE, SUSPENDED, DEPROVISIONING, DELETED -> true;
                    case REQUESTED, PROVISIONING, FAILED, PURGED -> false;
                };
    }

    public boolean active() {
        return status == TenantStatus.ACTIVE;
    }
}
