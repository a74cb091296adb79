package io.neomt.migration.store;

import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CONNECTIONS;
import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_SCHEMAS;
import static io.neomt.view.jooq.admin.admin.Tables.REGIONS;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Residency;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.plan.fleet.Target;
import io.neomt.view.Migrations;
import io.neomt.view.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** All schemas of the fleet, as the directory knows them. */
public final class FleetReader {

    /** The schema of each database that all its tenants may use. */
    public static final String COMMON = "platform_common";

    /** The schema of each database that is like a new tenant's, without anybody's rows. */
    public static final String TEMPLATE = "tenant_template";

    /** The name under which the admin database stands in a run. */
    public static final String ADMIN = "admin";

    /** Tenants of these statuses have schemas. */
    static final List<String> KEPT = List.of("active", "suspended", "deprovisioning", "deleted");

    /** Such a tenant's database is named as its role. */
    private static final String OWN_DATABASE = "database";

    private final AdminDatabase database;
    private final Residency residency;

    /** @param residency whose schemas may be touched */
    public FleetReader(AdminDatabase database, Residency residency) {
        this.database = database;
        this.residency = residency;
    }

    /** Where a registered connection leads, as host and port. */
    public String server(String connection) {
        return database.read(dsl -> dsl.select(DATABASE_CONNECTIONS.HOST, DATABASE_CONNECTIONS.PORT)
                .from(DATABASE_CONNECTIONS)
                .where(DATABASE_CONNECTIONS.CONNECTION_NAME.eq(connection))
                .fetchOptional(row -> row.value1() + ":" + row.value2())
                .orElse(connection));
    }

    /** @param region only what lies there; null for everywhere */
    public List<Target> all(@Nullable String region) {
        return database.read(dsl -> {
            List<Target> targets = new ArrayList<>();
            if (region == null) {
                targets.add(admin(dsl));
            }
            targets.addAll(shared(dsl, in(REGIONS.CODE, region)));
            targets.addAll(tenants(dsl, in(TENANTS.REGION, region)));
            return targets;
        });
    }

    private static Target admin(DSLContext dsl) {
        String newest = dsl.fetchSingle(
                        "SELECT max(version::bigint)::text FROM admin.flyway_schema_history WHERE success")
                .get(0, String.class);
        return new Target(Level.ADMIN, ADMIN, null, Migrations.ADMIN_HISTORY_SCHEMA, null, version(newest));
    }

    private Condition in(Field<String> code, @Nullable String region) {
        Condition served = residency.everywhere()
                ? DSL.noCondition()
                : code.in(residency.regions().stream().map(Region::code).toList());
        return region == null ? served : served.and(code.eq(region));
    }

    private static List<Target> shared(DSLContext dsl, Condition which) {
        Map<String, String> versions = new HashMap<>();
        dsl.selectFrom(MIGRATION_SCHEMAS)
                .forEach(row -> versions.put(row.getConnectionName() + "/" + row.getSchemaName(), row.getVersion()));
        List<Target> targets = new ArrayList<>();
        dsl.select(DATABASE_CONNECTIONS.CONNECTION_NAME)
                .from(DATABASE_CONNECTIONS)
                .join(REGIONS)
                .on(REGIONS.ID.eq(DATABASE_CONNECTIONS.REGION_ID))
                .where(DATABASE_CONNECTIONS.CONNECTION_TYPE.eq("primary"))
                .and(DATABASE_CONNECTIONS.IS_ACTIVE)
                .and(which)
                .orderBy(DATABASE_CONNECTIONS.CONNECTION_NAME)
                .forEach(row -> {
                    targets.add(shared(Level.REGIONAL, row.value1(), COMMON, versions));
                    targets.add(shared(Level.TEMPLATE, row.value1(), TEMPLATE, versions));
                });
        return targets;
    }

    private static Target shared(Level level, String connection, String schema, Map<String, String> versions) {
        return new Target(level, connection, null, schema, null, version(versions.get(connection + "/" + schema)));
    }

    /** Also those that nobody may use at the moment: they may come back. */
    private static List<Target> tenants(DSLContext dsl, Condition which) {
        return dsl.selectFrom(TENANTS)
                .where(TENANTS.STATUS.in(KEPT))
                .and(TENANTS.CONNECTION_NAME.isNotNull())
                .and(which)
                .orderBy(TENANTS.SLUG)
                .fetch(row -> new Target(
                        Level.TENANT,
                        row.getConnectionName(),
                        OWN_DATABASE.equals(row.getDeploymentType()) ? row.getDatabaseRole() : null,
                        row.getSchemaName(),
                        new Target.Owner(row.getId(), row.getSlug()),
                        version(row.getTemplateVersion())));
    }

    private static @Nullable SchemaVersion version(@Nullable String text) {
        return text == null ? null : new SchemaVersion(text);
    }
}
