package io.neomt.provisioning.store;

import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CONNECTIONS;
import static io.neomt.view.jooq.admin.admin.Tables.REGIONS;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.TenantId;
import io.neomt.provisioning.ProvisionTenant;
import io.neomt.provisioning.plan.RegisteredConnection;
import io.neomt.provisioning.run.Tenants;
import io.neomt.view.SchemaName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The directory of tenants and the registry of connections, read anew each time. */
public final class AdminTenants implements Tenants {

    private static final String REQUESTED = "requested";
    private static final String ACTIVE = "active";
    private static final String PRIMARY = "primary";
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
    public List<ProvisionTenant> requestedFor(Duration atLeast) {
        return database.read(dsl -> dsl.select(TENANTS.ID, TENANTS.SCHEMA_NAME, TENANTS.REGION)
                .from(TENANTS)
                .where(TENANTS.STATUS.eq(REQUESTED))
                .and(TENANTS.CREATED_AT.le(clock.instant().minus(atLeast)))
                .orderBy(TENANTS.CREATED_AT, TENANTS.ID)
                .limit(MOST_AT_ONCE)
                .fetch(row ->
                        new ProvisionTenant(new TenantId(row.value1()), new SchemaName(row.value2()), row.value3())));
    }

    @Override
    public List<RegisteredConnection> connections() {
        return database.read(dsl -> dsl.select(
                        DATABASE_CONNECTIONS.CONNECTION_NAME,
                        REGIONS.CODE,
                        REGIONS.IS_ACTIVE,
                        DATABASE_CONNECTIONS.CONNECTION_TYPE,
                        DATABASE_CONNECTIONS.IS_ACTIVE,
                        DATABASE_CONNECTIONS.IS_HEALTHY)
                .from(DATABASE_CONNECTIONS)
                .join(REGIONS)
                .on(REGIONS.ID.eq(DATABASE_CONNECTIONS.REGION_ID))
                .fetch(row -> new RegisteredConnection(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        PRIMARY.equals(row.value4()),
                        row.value5(),
                        row.value6())));
    }
}
