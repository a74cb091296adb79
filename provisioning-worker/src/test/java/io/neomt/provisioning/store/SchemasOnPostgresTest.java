package io.neomt.provisioning.store;

import static io.neomt.provisioning.TestPlatform.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.commons.connections.Tenant;
import io.neomt.commons.connections.TenantDatabase;
import io.neomt.commons.connections.TenantStatus;
import io.neomt.event.TenantId;
import io.neomt.provisioning.TestPlatform;
import io.neomt.provisioning.plan.Place;
import io.neomt.provisioning.plan.SchemaFacts;
import io.neomt.provisioning.run.Made;
import io.neomt.provisioning.store.snapshot.Snapshots;
import io.neomt.view.DatabaseRole;
import io.neomt.view.Migrations;
import io.neomt.view.Region;
import io.neomt.view.SchemaName;
import java.util.UUID;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemasOnPostgresTest {

    private static final Place SHARED = new Place(CONNECTION, null);
    private static final SchemaName ACME = SchemaName.ofSlug("acme");
    private static final SchemaName BETA = SchemaName.ofSlug("beta");

    private final TestPlatform platform = new TestPlatform();
    private final PostgresSchemas schemas = platform.schemas();
    private final PostgresStock stock =
            new PostgresStock(platform.connections(), platform.tenants(), platform.snapshots());
    private final TenantId acme = new TenantId(UUID.randomUUID());
    private final TenantId beta = new TenantId(UUID.randomUUID());

    @AfterEach
    void close() {
        schemas.remove(SHARED, ACME, role(acme));
        schemas.remove(SHARED, BETA, role(beta));
        platform.close();
    }

    @Test
    void aSchemaIsMadeFromTheSnapshotOnceAndTellsWhen() {
        assertThat(schemas.facts(SHARED, ACME)).isEqualTo(SchemaFacts.NONE);

        assertThat(schemas.make(SHARED, ACME, role(acme))).isEqualTo(Made.SNAPSHOT);
        assertThat(schemas.make(SHARED, ACME, role(acme))).isEqualTo(Made.FOUND);

        assertThat(schemas.version(SHARED, ACME)).contains(TenantTemplate.SHIPPED);
        assertThat(schemas.facts(SHARED, ACME).createdAt()).contains(TestPlatform.NOW);
        assertThat(platform.countTenants("SELECT count(*) FROM tenant_acme.flyway_schema_history"))
                .isEqualTo(Migrations.TENANT.scripts().size());
    }

    @Test
    void withoutAProvenSnapshotTheMigrationsMakeIt() {
        PostgresSchemas slow = new PostgresSchemas(
                platform.connections(),
                new TenantTemplate(),
                new Snapshots(
                        (database, schema) -> {
                            new TenantTemplate().migrate(database, schema);
                            platform.updateTenants("CREATE VIEW " + schema + ".v AS SELECT 1 AS one");
                        },
                        () -> TestPlatform.NOW,
                        (connection, failure) -> {}),
                () -> TestPlatform.NOW);

        assertThat(slow.make(SHARED, ACME, role(acme))).isEqualTo(Made.MIGRATIONS);
        assertThat(schemas.make(SHARED, BETA, role(beta))).isEqualTo(Made.SNAPSHOT);

        assertThat(grants("acme")).isEqualTo(grants("beta")).isPositive();
        assertThat(schemas.version(SHARED, ACME)).contains(TenantTemplate.SHIPPED);
    }

    @Test
    void whatIsInStockIsTakenUntilThereIsNoneLeft() {
        assertThat(stock.add(CONNECTION, 1)).isTrue();
        assertThat(stock.add(CONNECTION, 1)).isFalse();
        assertThat(stocked()).isOne();

        assertThat(schemas.make(SHARED, ACME, role(acme))).isEqualTo(Made.STOCK);
        assertThat(schemas.make(SHARED, BETA, role(beta))).isEqualTo(Made.SNAPSHOT);

        assertThat(grants("acme")).isEqualTo(grants("beta")).isPositive();
        assertThat(schemas.facts(SHARED, ACME).createdAt()).contains(TestPlatform.NOW);
        assertThat(stocked()).isZero();
        assertThat(stock.connections()).containsExactly(CONNECTION);
    }

    @Test
    void stockOfAnOlderTemplateIsReplaced() {
        stock.add(CONNECTION, 1);
        platform.updateTenants("UPDATE neo_stock.ready SET template_version = '1'");

        assertThat(schemas.make(SHARED, ACME, role(acme))).isEqualTo(Made.SNAPSHOT);
        assertThat(stock.add(CONNECTION, 1)).isTrue();
        assertThat(stocked()).isZero();
        assertThat(stock.add(CONNECTION, 1)).isTrue();
        assertThat(schemas.make(SHARED, BETA, role(beta))).isEqualTo(Made.STOCK);
    }

    @Test
    void aTenantsRoleMayUseItsOwnRowsAndPostgresRefusesAllElse() {
        schemas.make(SHARED, ACME, role(acme));
        schemas.make(SHARED, BETA, role(beta));
        TenantDatabase asAcme = database(acme, ACME);

        assertThat(asAcme.<Integer>write(dsl -> dsl.execute("INSERT INTO settings VALUES ('a.b', '1', 1, now())")))
                .isOne();
        assertThat(asAcme.<Integer>read(
                        dsl -> dsl.fetch("SELECT * FROM settings").size()))
                .isOne();
        for (String refused : new String[] {
            "SELECT * FROM tenant_beta.settings",
            "DELETE FROM tenant_beta.users",
            "DROP TABLE settings",
            "CREATE TABLE more (id integer)",
            "UPDATE flyway_schema_history SET success = false",
            "SELECT * FROM neo_stock.ready"
        }) {
            stock.add(CONNECTION, 1);
            assertThatThrownBy(() -> asAcme.write(dsl -> dsl.execute(refused)))
                    .describedAs(refused)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void tablesThatComeLaterBelongToTheRole() {
        schemas.make(SHARED, ACME, role(acme));

        platform.updateTenants("CREATE TABLE tenant_acme.later (id integer)");

        assertThat(database(acme, ACME).<Integer>write(dsl -> dsl.execute("INSERT INTO later VALUES (1)")))
                .isOne();
    }

    @Test
    void aSchemaFromBeforeThereWereRolesGetsOne() {
        platform.updateTenants("CREATE SCHEMA tenant_acme");
        new TenantTemplate().migrate(platform.connections().pool(CONNECTION), ACME);

        schemas.giveRole(SHARED, ACME, role(acme));
        schemas.giveRole(SHARED, ACME, role(acme));

        schemas.make(SHARED, BETA, role(beta));
        assertThat(grants("acme")).isEqualTo(grants("beta")).isPositive();
    }

    @Test
    void aDatabaseOfItsOwnIsMadeUsedAndRemoved() {
        Place own = new Place(CONNECTION, role(acme).value());

        assertThat(schemas.makeDatabase(own)).isTrue();
        assertThat(schemas.makeDatabase(own)).isFalse();
        assertThat(schemas.make(own, ACME, role(acme))).isEqualTo(Made.SNAPSHOT);
        Tenant tenant = new Tenant(
                acme,
                "acme",
                ACME,
                TenantStatus.ACTIVE,
                CONNECTION,
                new Region("us-east-1"),
                role(acme),
                own.databaseName());
        assertThat(platform.connections().forTenant(tenant).<String>read(dsl -> dsl.fetchSingle(
                                "SELECT current_database()")
                        .get(0, String.class)))
                .isEqualTo(role(acme).value());
        assertThat(platform.countTenants("SELECT count(*) FROM pg_namespace WHERE nspname = 'tenant_acme'"))
                .isZero();

        assertThat(schemas.remove(own, ACME, role(acme)))
                .containsExactly(
                        "database " + role(acme) + " on " + CONNECTION, "role " + role(acme) + " on " + CONNECTION);
        assertThat(schemas.remove(own, ACME, role(acme))).isEmpty();
    }

    @Test
    void removalSaysWhatThereWas() {
        schemas.make(SHARED, ACME, role(acme));

        assertThat(schemas.remove(SHARED, ACME, role(acme)))
                .containsExactly("schema tenant_acme on " + CONNECTION, "role " + role(acme) + " on " + CONNECTION);
        assertThat(schemas.remove(SHARED, ACME, role(acme))).isEmpty();
        assertThat(platform.countTenants(
                        "SELECT count(*) FROM pg_roles WHERE rolname = ?",
                        role(acme).value()))
                .isZero();
    }

    private TenantDatabase database(TenantId tenant, SchemaName schema) {
        return platform.connections()
                .forTenant(new Tenant(
                        tenant,
                        "x",
                        schema,
                        TenantStatus.ACTIVE,
                        CONNECTION,
                        new Region("us-east-1"),
                        role(tenant),
                        null));
    }

    private static DatabaseRole role(TenantId tenant) {
        return DatabaseRole.of(tenant);
    }

    private long grants(String slug) {
        return platform.countTenants(
                "SELECT count(*) FROM information_schema.role_table_grants WHERE table_schema = ?"
                        + " AND grantee LIKE 'neo\\_tenant\\_%'",
                "tenant_" + slug);
    }

    private long stocked() {
        return platform.countTenants("SELECT count(*) FROM neo_stock.ready");
    }
}
