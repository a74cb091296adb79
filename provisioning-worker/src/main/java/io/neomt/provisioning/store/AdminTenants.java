package io.neomt.provisioning.store;

import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Residency;
import io.neomt.event.DeploymentType;
import io.neomt.event.TenantId;
import io.neomt.provisioning.plan.Place;
import io.neomt.provisioning.plan.Placement;
import io.neomt.provisioning.plan.RegisteredConnection;
import io.neomt.provisioning.run.Tenants;
import io.neomt.view.DatabaseRole;
import io.neomt.view.Region;
import io.neomt.view.SchemaName;
import io.neomt.view.jooq.admin.admin.tables.records.TenantsRecord;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;

/** The directory of tenants and the registry of connections, read anew each time. */
public final class AdminTenants implements Tenants {

    private static final String ACTIVE = "active";
    private static final String SUSPENDED = "suspended";

    /** Those that may, or soon will, let people sign in. */
    private static final List<String> OPEN = List.of(ACTIVE, "requested", "provisioning");

    private static final int MOST_AT_ONCE = 1_000;

    private static final String WAITING = """
            SELECT t.id FROM admin.tenants t
            LEFT JOIN admin.provisioning_operations p ON p.tenant_id = t.id AND p.state = 'open'
            WHERE t.updated_at <= {0} AND (p.id IS NULL OR p.lease_until < now())
              AND (t.status IN ('requested', 'provisioning', 'deprovisioning')
                OR t.status = 'deleted' AND t.purge_requested_at IS NOT NULL
                OR t.status = 'failed' AND p.kind = 'compensate'
                OR t.status IN ('active', 'suspended', 'purged') AND p.id IS NOT NULL
                OR t.status = 'deleted' AND p.kind = 'delete')
              AND {2}
            ORDER BY t.created_at, t.id LIMIT {1}""";

    private final AdminDatabase database;
    private final InstantSource clock;
    private final Residency residency;

    /** @param residency whose tenants are worked for */
    public AdminTenants(AdminDatabase database, InstantSource clock, Residency residency) {
        this.database = database;
        this.clock = clock;
        this.residency = residency;
    }

    /** @param region column of */
    private Condition served(Field<String> region) {
        return residency.everywhere()
                ? noCondition()
                : region.in(residency.regions().stream().map(Region::code).toList());
    }

    @Override
    public Optional<Placement> placement(TenantId tenant) {
        return database.read(dsl -> dsl.selectFrom(TENANTS)
                .where(TENANTS.ID.eq(tenant.value()))
                .and(TENANTS.STATUS.in(ACTIVE, SUSPENDED))
                .and(TENANTS.CONNECTION_NAME.isNotNull())
                .and(served(TENANTS.REGION))
                .fetchOptional(AdminTenants::placement));
    }

    private static Placement placement(TenantsRecord row) {
        DatabaseRole role = DatabaseRole.of(new TenantId(row.getId()));
        boolean own = TenantRows.type(row.getDeploymentType()) == DeploymentType.DATABASE;
        return new Placement(
                new Place(row.getConnectionName(), own ? role.value() : null),
                new SchemaName(row.getSchemaName()),
                row.getDatabaseRole() != null,
                isAstray(row) ? Optional.of(row.getSlug()) : Optional.empty(),
                row.getStatus().equals(SUSPENDED));
    }

    private static boolean isAstray(TenantsRecord row) {
        boolean open = row.getStatus().equals(ACTIVE);
        return row.getCreateRealm() && !Objects.equals(row.getRealmOpen(), open);
    }

    @Override
    public List<TenantId> withRealmAstray() {
        return database.read(dsl -> dsl.select(TENANTS.ID)
                .from(TENANTS)
                .where(TENANTS.STATUS.in(ACTIVE, SUSPENDED))
                .and(served(TENANTS.REGION))
                .and(TENANTS.CREATE_REALM)
                .and(TENANTS.REALM_OPEN.isDistinctFrom(field(TENANTS.STATUS.eq(ACTIVE))))
                .orderBy(TENANTS.UPDATED_AT, TENANTS.ID)
                .limit(MOST_AT_ONCE)
                .fetch(row -> new TenantId(row.value1())));
    }

    /** Nothing is known of the realm once a worker that was overtaken has changed it. */
    @Override
    public boolean realmIs(TenantId tenant, boolean open) {
        Condition agreed = open ? TENANTS.STATUS.in(OPEN) : TENANTS.STATUS.notIn(OPEN);
        return database.write(dsl -> dsl.update(TENANTS)
                .set(TENANTS.REALM_OPEN, when(agreed, inline(open)))
                .where(TENANTS.ID.eq(tenant.value()))
                .returningResult(TENANTS.REALM_OPEN.isNotNull())
                .fetchOptional()
                .map(Record1::value1)
                .orElse(false));
    }

    @Override
    public List<TenantId> withoutRole() {
        return database.read(dsl -> dsl.select(TENANTS.ID)
                .from(TENANTS)
                .where(TENANTS.STATUS.eq(ACTIVE))
                .and(served(TENANTS.REGION))
                .and(TENANTS.DATABASE_ROLE.isNull())
                .orderBy(TENANTS.CREATED_AT, TENANTS.ID)
                .limit(MOST_AT_ONCE)
                .fetch(row -> new TenantId(row.value1())));
    }

    /** Those that are being worked on are left alone until their lease ends. */
    @Override
    public List<TenantId> waitingFor(Duration atLeast) {
        return database.read(dsl -> dsl.fetch(
                        WAITING,
                        val(clock.instant().minus(atLeast)),
                        inline(MOST_AT_ONCE),
                        served(field("t.region", String.class)))
                .map(row -> new TenantId(row.get(0, UUID.class))));
    }

    @Override
    public List<TenantId> withLeftovers() {
        return database.read(dsl -> new Leftovers(dsl).tenants(served(TENANTS.REGION)));
    }

    @Override
    public List<String> leftovers(TenantId tenant) {
        return database.read(dsl -> new Leftovers(dsl).connections(tenant.value()));
    }

    @Override
    public void cleared(TenantId tenant, String connectionName) {
        database.write(dsl -> {
            new Leftovers(dsl).cleared(tenant.value(), connectionName);
            return tenant;
        });
    }

    @Override
    public List<RegisteredConnection> connections() {
        return RegistryOfConnections.read(database).stream()
                .filter(row -> residency.serves(new Region(row.region())))
                .toList();
    }
}
