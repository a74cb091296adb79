package io.neomt.commons.connections;

import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.event.TenantId;
import io.neomt.view.DatabaseRole;
import io.neomt.view.Region;
import io.neomt.view.SchemaName;
import io.neomt.view.jooq.admin.admin.tables.records.TenantsRecord;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Reads the directory from {@code admin.tenants}, each time anew. */
public final class AdminTenantDirectory implements TenantDirectory {

    /** The deployment type of tenants whose databases are named like their roles. */
    private static final String OWN_DATABASE = "database";

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
        return database.read(
                dsl -> dsl.selectFrom(TENANTS).where(condition).fetchOptional().map(AdminTenantDirectory::tenant));
    }

    private static Tenant tenant(TenantsRecord row) {
        @Nullable String role = row.getDatabaseRole();
        return new Tenant(
                new TenantId(row.getId()),
                row.getSlug(),
                new SchemaName(row.getSchemaName()),
                status(row),
                wasActive(row) ? row.getConnectionName() : null,
                new Region(row.getRegion()),
                role == null ? null : new DatabaseRole(role),
                row.getDeploymentType().equals(OWN_DATABASE) ? role : null);
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
