package io.neomt.commons.connections;

import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;
import static io.neomt.view.jooq.admin.projections.Tables.PARKED;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.view.DatabaseRole;
import io.neomt.view.Region;
import io.neomt.view.SchemaName;
import io.neomt.view.jooq.admin.admin.tables.records.TenantsRecord;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads the directory from {@code admin.tenants}, each time anew. */
public final class AdminTenantDirectory implements TenantDirectory {

    /** The deployment type of tenants whose databases are named like their roles. */
    private static final String OWN_DATABASE = "database";

    /** Of the views that permissions are read from; whoever writes these rows tells of it as of a change of the tenant. */
    private static final Field<Long> PARKED_AT = DSL.field(
                    DSL.select(DSL.min(DSL.coalesce(PARKED.POSITION, DSL.inline(Tenant.ANYWHERE.value()))))
                            .from(PARKED)
                            .where(PARKED.TENANT_ID.eq(TENANTS.ID))
                            .and(PARKED.PROJECTION.in("tenantschema", "permissionsets")))
            .as("parked_at");

    private final AdminDatabase database;

    public AdminTenantDirectory(AdminDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        return find(TENANTS.ID.eq(id.value()));
    }

    @Override
    public Optional<Tenant> find(String slug) {
        return find(TENANTS.SLUG.eq(slug));
    }

    private Optional<Tenant> find(Condition condition) {
        return database.read(dsl -> dsl.select(TENANTS.fields())
                .select(PARKED_AT)
                .from(TENANTS)
                .where(condition)
                .fetchOptional()
                .map(row -> tenant(row.into(TENANTS), row.get(PARKED_AT))));
    }

    private static Tenant tenant(TenantsRecord row, @Nullable Long parkedAt) {
        @Nullable String role = row.getDatabaseRole();
        return new Tenant(
                new TenantId(row.getId()),
                row.getSlug(),
                new SchemaName(row.getSchemaName()),
                status(row),
                wasActive(row) ? row.getConnectionName() : null,
                new Region(row.getRegion()),
                role == null ? null : new DatabaseRole(role),
                row.getDeploymentType().equals(OWN_DATABASE) ? role : null,
                parkedAt == null ? null : new Position(parkedAt));
    }

    /** Where a tenant is placed says nothing until something of it is there. */
    private static boolean wasActive(TenantsRecord row) {
        return row.getTemplateVersion() != null || status(row) == TenantStatus.ACTIVE;
    }

    /** Whoever is being purged is gone. */
    private static TenantStatus status(TenantsRecord row) {
        return row.getPurgeRequestedAt() == null ? TenantStatus.ofColumn(row.getStatus()) : TenantStatus.PURGED;
    }
}
