package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.TenantId;
import io.neomt.testkit.backends.AdminDatabase;
import io.neomt.testkit.backends.Backends;
import io.neomt.view.DatabaseRole;
import io.neomt.view.Migrations;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** What there is of tenants: in the directory, in the log of events, and in PostgreSQL itself. */
final class MadeTenants {

    private final DSLContext admin;
    private final DSLContext shared;
    private final EventLog log;

    MadeTenants(AdminDatabase database) {
        this.admin = DSL.using(database.dataSource(), SQLDialect.POSTGRES);
        this.shared = DSL.using(Backends.shared().dataSource(database.sharedDatabase()), SQLDialect.POSTGRES);
        this.log = new EventLog(admin);
    }

    DSLContext shared() {
        return shared;
    }

    String status(String tenant) {
        return String.valueOf(admin.fetchValue("SELECT status FROM admin.tenants WHERE id = ?::uuid", tenant));
    }

    /** Work that nobody has said is done. */
    int open() {
        return count(admin, "SELECT count(*) FROM admin.provisioning_operations WHERE state = 'open'");
    }

    /** As if so many attempts had failed already; gives how many operations that is true of. */
    int failedBefore(String tenant, int attempts) {
        return admin.execute(
                "UPDATE admin.provisioning_operations SET attempts = ? WHERE tenant_id = ?::uuid AND state = 'open'",
                attempts,
                tenant);
    }

    int inStock() {
        return count(shared, "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'neo\\_stock\\_%'");
    }

    /** Of each kind of schema there are those that something lists, and no others. What is deleted can be restored. */
    void assertEachSchemaIsListed() {
        assertThat(texts(shared, "SELECT nspname::varchar FROM pg_namespace WHERE nspname LIKE 'tenant\\_%'"))
                .containsExactlyInAnyOrderElementsOf(texts(
                        admin,
                        "SELECT schema_name FROM admin.tenants WHERE status IN ('active', 'deleted')"
                                + " AND deployment_type = 'schema'"));
        assertThat(texts(shared, "SELECT nspname::varchar FROM pg_namespace WHERE nspname LIKE 'neo\\_stock\\_%'"))
                .containsExactlyInAnyOrderElementsOf(texts(shared, "SELECT name FROM neo_stock.ready"));
    }

    /** Whether no operation of the tenant is open. */
    boolean allIsDone(String tenant) {
        return operations(tenant).stream().noneMatch(operation -> operation.endsWith(" open"));
    }

    void assertWhole(String tenant) {
        assertThat(status(tenant)).isEqualTo("active");
        assertThat(roles(tenant)).isOne();
        assertThat(databases(tenant)).isEqualTo(hasOwnDatabase(tenant) ? 1 : 0);
        String schema =
                String.valueOf(admin.fetchValue("SELECT schema_name FROM admin.tenants WHERE id = ?::uuid", tenant));
        assertThat(count(schemas(tenant), "SELECT count(*) FROM " + schema + ".flyway_schema_history"))
                .isEqualTo(Migrations.TENANT.scripts().size());
        assertThat(operations(tenant)).containsExactly("provision done");
        assertHappenedOnce(tenant, "requested", "placed", "activated");
    }

    void assertFailedAndNothingIsLeft(String tenant) {
        assertThat(status(tenant)).isEqualTo("failed");
        assertNothingIsLeft(tenant);
        assertThat(operations(tenant)).containsExactly("compensate failed");
        // where it was put is told by an attempt that ends otherwise than by the tenant's being given up, if there was
        // one
        assertThat(events(tenant))
                .isSubsetOf(types("requested", "placed", "provisioning-failed"))
                .containsAll(types("requested", "provisioning-failed"))
                .doesNotHaveDuplicates();
    }

    void assertPurged(String tenant) {
        assertThat(status(tenant)).isEqualTo("purged");
        assertNothingIsLeft(tenant);
        assertThat(operations(tenant)).containsExactly("provision done", "delete done", "purge done");
        assertHappenedOnce(
                tenant,
                "requested",
                "placed",
                "activated",
                "deletion-requested",
                "deleted",
                "purge-requested",
                "purged");
    }

    private void assertNothingIsLeft(String tenant) {
        assertThat(roles(tenant)).isZero();
        assertThat(databases(tenant)).isZero();
    }

    private List<String> operations(String tenant) {
        return texts(
                admin,
                "SELECT kind || ' ' || state FROM admin.provisioning_operations WHERE tenant_id = ?::uuid"
                        + " ORDER BY started_at",
                tenant);
    }

    /** Of the tenant's own events these, each once, beside how each attempt at a step went. */
    private void assertHappenedOnce(String tenant, String... kinds) {
        TenantView unused = log.fold(UUID.fromString(tenant));
        assertThat(events(tenant)).isEqualTo(types(kinds));
    }

    private List<String> events(String tenant) {
        return texts(
                admin,
                "SELECT type FROM eventstore.event WHERE tenant_id = ?::uuid AND type LIKE 'neo.tenant.%'"
                        + " AND type <> 'neo.tenant.provisioning-advanced.v1' ORDER BY position",
                tenant);
    }

    private static List<String> types(String... kinds) {
        return List.of(kinds).stream().map(kind -> "neo.tenant." + kind + ".v1").toList();
    }

    private DSLContext schemas(String tenant) {
        return hasOwnDatabase(tenant)
                ? DSL.using(Backends.shared().dataSource(role(tenant)), SQLDialect.POSTGRES)
                : shared;
    }

    private boolean hasOwnDatabase(String tenant) {
        return "database"
                .equals(admin.fetchValue("SELECT deployment_type FROM admin.tenants WHERE id = ?::uuid", tenant));
    }

    private int roles(String tenant) {
        return count(shared, "SELECT count(*) FROM pg_roles WHERE rolname = '" + role(tenant) + "'");
    }

    private int databases(String tenant) {
        return count(shared, "SELECT count(*) FROM pg_database WHERE datname = '" + role(tenant) + "'");
    }

    private static String role(String tenant) {
        return DatabaseRole.of(TenantId.of(tenant)).value();
    }

    private static List<String> texts(DSLContext dsl, String sql, Object... values) {
        return dsl.fetch(sql, values).map(row -> String.valueOf(row.get(0)));
    }

    private static int count(DSLContext dsl, String sql) {
        return ((Number) dsl.fetchValue(sql)).intValue();
    }
}
