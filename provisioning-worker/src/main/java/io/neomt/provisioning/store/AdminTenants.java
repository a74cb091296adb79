package io.neomt.provisioning.store;

import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.TenantId;
import io.neomt.provisioning.ProvisionTenant;
import io.neomt.provisioning.plan.Placement;
import io.neomt.provisioning.plan.RegisteredConnection;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.provisioning.run.Tenants;
import io.neomt.view.SchemaName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record3;

/** The directory of tenants and the registry of connections, read anew each time. */
public final class AdminTenants implements Tenants {

    private static final String REQUESTED = "requested";
    private static final String ACTIVE = "active";
    private static final int MOST_AT_ONCE = 1_000;

    private final AdminDatabase database;
    private final InstantSource clock;

    public AdminTenants(AdminDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean isActive(TenantId tenant) {
        return database.read(dsl -> dsl.fetchExists(
                dsl.selectFrom(TENANTS).where(TENANTS.ID.eq(tenant.value())).and(TENANTS.STATUS.eq(ACTIVE))));
    }

    @Override
    public Optional<Placement> placement(TenantId tenant) {
        return database.read(dsl -> dsl.select(TENANTS.CONNECTION_NAME, TENANTS.TEMPLATE_VERSION)
                .from(TENANTS)
                .where(TENANTS.ID.eq(tenant.value()))
                .and(TENANTS.STATUS.eq(ACTIVE))
                .fetchOptional(row -> new Placement(
                        row.value1(), Optional.ofNullable(row.value2()).map(TemplateVersion::new))));
    }

    @Override
    public List<ProvisionTenant> behind(TemplateVersion shipped) {
        return database.read(dsl -> dsl.select(TENANTS.ID, TENANTS.SCHEMA_NAME, TENANTS.REGION)
                .from(TENANTS)
                .where(TENANTS.STATUS.eq(ACTIVE))
                .and(TENANTS.TEMPLATE_VERSION
                        .isNull()
                        .or(number(TENANTS.TEMPLATE_VERSION).lt(Long.parseLong(shipped.value()))))
                .orderBy(TENANTS.CREATED_AT, TENANTS.ID)
                .limit(MOST_AT_ONCE)
                .fetch(AdminTenants::tenant));
    }

    /** The only column of an active tenant that no event sets: migrations are none of the domain's business. */
    @Override
    public void migrated(TenantId tenant, TemplateVersion reached) {
        database.write(dsl -> dsl.update(TENANTS)
                .set(TENANTS.TEMPLATE_VERSION, reached.value())
                .where(TENANTS.ID.eq(tenant.value()))
                .execute());
    }

    private static Field<Long> number(Field<String> version) {
        return version.cast(Long.class);
    }

    private static ProvisionTenant tenant(Record3<UUID, String, String> row) {
        return new ProvisionTenant(new TenantId(row.value1()), new SchemaName(row.value2()), row.value3());
    }

    @Override
    public List<ProvisionTenant> requestedFor(Duration atLeast) {
        return database.read(dsl -> dsl.select(TENANTS.ID, TENANTS.SCHEMA_NAME, TENANTS.REGION)
                .from(TENANTS)
                .where(TENANTS.STATUS.eq(REQUESTED))
                .and(TENANTS.CREATED_AT.le(clock.instant().minus(atLeast)))
                .orderBy(TENANTS.CREATED_AT, TENANTS.ID)
                .limit(MOST_AT_ONCE)
                .fetch(AdminTenants::tenant));
    }

    @Override
    public List<RegisteredConnection> connections() {
        return RegistryOfConnections.read(database);
    }
}
