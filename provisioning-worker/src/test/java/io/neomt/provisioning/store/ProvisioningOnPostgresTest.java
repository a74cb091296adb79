package io.neomt.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.neomt.provisioning.ProvisionTenant;
import io.neomt.provisioning.TestPlatform;
import io.neomt.provisioning.plan.SchemaFacts;
import io.neomt.provisioning.run.Activation;
import io.neomt.provisioning.run.Outcome;
import io.neomt.provisioning.run.Outcome.Blocked;
import io.neomt.provisioning.run.Outcome.Done;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Provisioner;
import io.neomt.provisioning.run.Schemas;
import io.neomt.view.Migrations;
import io.neomt.view.SchemaName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProvisioningOnPostgresTest {

    private static final Duration LONG_AGO = Duration.ofMinutes(5);

    private final TestPlatform platform = new TestPlatform();
    private final Schemas schemas = platform.schemas();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void aTenantGetsTheTablesOfTheTemplate() {
        ProvisionTenant acme = request("acme");

        assertThat(provision(acme)).isEqualTo(new Done());

        assertThat(tables(acme)).isGreaterThan(6);
        assertThat(platform.tenants().isActive(acme.tenantId())).isTrue();
        assertThat(schemas.version(TestPlatform.CONNECTION, acme.schema())).contains(TenantTemplate.SHIPPED);
    }

    @Test
    void provisioningTwiceChangesNothing() {
        ProvisionTenant acme = request("acme");
        provision(acme);
        platform.updateTenants("INSERT INTO tenant_acme.projection_position VALUES ('tenantschema', 7, now())");
        platform.update("UPDATE admin.tenants SET status = 'requested'");

        assertThat(provision(acme)).isEqualTo(new Done());

        assertThat(platform.countTenants("SELECT position FROM tenant_acme.projection_position"))
                .isEqualTo(7);
        assertThat(platform.countTenants("SELECT count(*) FROM tenant_acme.flyway_schema_history"))
                .isEqualTo(Migrations.TENANT.scripts().size());
    }

    @Test
    void whatACrashLeftBehindIsCompleted() {
        ProvisionTenant acme = request("acme");
        schemas.create(TestPlatform.CONNECTION, acme.schema());
        assertThat(provision(acme)).isEqualTo(new Done());

        ProvisionTenant other = request("other");
        schemas.create(TestPlatform.CONNECTION, other.schema());
        schemas.migrate(TestPlatform.CONNECTION, other.schema());
        assertThat(provision(other)).isEqualTo(new Done());
    }

    @Test
    void anActivationThatDoesNotWorkNowIsResumedLater() {
        ProvisionTenant acme = request("acme");
        Activation away = (tenant, connection, version) -> new Activation.Answer.TryAgain("starting");

        assertThat(provisioner(away).provision(acme)).isEqualTo(new Interrupted("starting"));
        assertThat(platform.tenants().isActive(acme.tenantId())).isFalse();
        assertThat(provision(acme)).isEqualTo(new Done());
    }

    @Test
    void aTenantInAnUnknownRegionWaitsUntilTheRegionIsRegistered() {
        ProvisionTenant acme = platform.request("acme", "mars-1", LONG_AGO);

        assertThat(provision(acme))
                .isEqualTo(new Blocked("no primary database connection is registered for region 'mars-1'"));
        assertThat(platform.countTenants("SELECT count(*) FROM pg_namespace WHERE nspname = 'tenant_acme'"))
                .isZero();

        platform.register("mars-1", "mars-primary");
        assertThat(provision(acme)).isEqualTo(new Done());
    }

    @Test
    void aDashInASlugIsNoDashInTheSchemaAndNeighboursStayApart() {
        ProvisionTenant dashed = request("a-b");
        ProvisionTenant keyword = request("user");

        assertThat(provision(dashed)).isEqualTo(new Done());
        assertThat(provision(keyword)).isEqualTo(new Done());

        assertThat(dashed.schema().value()).isEqualTo("tenant_a_b");
        assertThat(tables(dashed)).isEqualTo(tables(keyword)).isPositive();
        assertThat(platform.countTenants("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isZero();
    }

    @Test
    void twoWorkersAtOnceMakeOneSchema() throws Exception {
        ProvisionTenant acme = request("acme");
        Callable<Outcome> attempt = () -> untilDone(acme);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Outcome> outcome : threads.invokeAll(List.of(attempt, attempt))) {
                assertThat(outcome.get()).isEqualTo(new Done());
            }
        }
        assertThat(platform.countTenants("SELECT count(*) FROM tenant_acme.flyway_schema_history"))
                .isEqualTo(Migrations.TENANT.scripts().size());
    }

    @Test
    void aSchemaTellsWhenItWasMadeAndMigrated() {
        PostgresSchemas facts = platform.schemas();
        SchemaName schema = request("acme").schema();
        assertThat(facts.facts(TestPlatform.CONNECTION, schema)).isEqualTo(SchemaFacts.NONE);

        facts.create(TestPlatform.CONNECTION, schema);
        SchemaFacts created = facts.facts(TestPlatform.CONNECTION, schema);
        assertThat(created.exists()).isTrue();
        assertThat(created.createdAt()).contains(TestPlatform.NOW);
        assertThat(created.version()).isEmpty();

        facts.migrate(TestPlatform.CONNECTION, schema);
        SchemaFacts migrated = facts.facts(TestPlatform.CONNECTION, schema);
        assertThat(migrated.version()).contains(TenantTemplate.SHIPPED);
        assertThat(migrated.migratedAt()).isPresent();

        platform.updateTenants("COMMENT ON SCHEMA tenant_acme IS 'ours'");
        assertThat(facts.facts(TestPlatform.CONNECTION, schema).createdAt()).isEmpty();
    }

    @Test
    void aSchemaOfANewerWorkerIsUsedAsItIs() {
        ProvisionTenant acme = request("acme");
        schemas.create(TestPlatform.CONNECTION, acme.schema());
        schemas.migrate(TestPlatform.CONNECTION, acme.schema());
        platform.updateTenants("UPDATE tenant_acme.flyway_schema_history SET version = '900'");

        assertThat(provision(acme)).isEqualTo(new Done());
        assertThat(platform.count("SELECT count(*) FROM admin.tenants WHERE template_version = '900'"))
                .isOne();
    }

    @Test
    void theSweepSeesWhoHasWaitedLongEnoughTheOldestFirst() {
        ProvisionTenant second = platform.request("second", TestPlatform.REGION, Duration.ofSeconds(10));
        ProvisionTenant first = platform.request("first", TestPlatform.REGION, Duration.ofSeconds(20));
        platform.request("too-new", TestPlatform.REGION, Duration.ofSeconds(1));
        ProvisionTenant done = platform.request("done", TestPlatform.REGION, Duration.ofSeconds(30));
        provision(done);

        assertThat(platform.tenants().requestedFor(Duration.ofSeconds(3))).containsExactly(first, second);
    }

    @Test
    void connectionsGoBackToThePoolAsTheyCame() throws SQLException {
        provision(request("acme"));

        HikariDataSource pool = platform.connections().pool(TestPlatform.CONNECTION);
        List<Connection> all = new ArrayList<>();
        while (all.size() < pool.getHikariPoolMXBean().getTotalConnections()) {
            all.add(pool.getConnection());
        }
        for (Connection connection : all) {
            try (connection;
                    Statement statement = connection.createStatement();
                    ResultSet path = statement.executeQuery("SHOW search_path")) {
                assertThat(path.next()).isTrue();
                assertThat(path.getString(1)).isEqualTo("\"$user\", public");
            }
        }
        assertThat(all).isNotEmpty();
    }

    private ProvisionTenant request(String slug) {
        return platform.request(slug, TestPlatform.REGION, LONG_AGO);
    }

    private Outcome provision(ProvisionTenant tenant) {
        return provisioner(platform).provision(tenant);
    }

    private Provisioner provisioner(Activation activation) {
        return new Provisioner(platform.tenants(), schemas, activation, TenantTemplate.SHIPPED);
    }

    /** As the backlog does it: what broke off, because another was at the same step, is tried again. */
    private Outcome untilDone(ProvisionTenant tenant) {
        for (int attempt = 0; ; attempt++) {
            try {
                return provision(tenant);
            } catch (RuntimeException e) {
                assertThat(attempt).isLessThan(5);
            }
        }
    }

    private long tables(ProvisionTenant tenant) {
        return platform.countTenants(
                "SELECT count(*) FROM pg_tables WHERE schemaname = ?",
                tenant.schema().value());
    }
}
