package io.neomt.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.provisioning.ProvisionTenant;
import io.neomt.provisioning.TestPlatform;
import io.neomt.provisioning.run.Outcome.Done;
import io.neomt.provisioning.run.Outcome.Migrated;
import io.neomt.provisioning.run.Provisioner;
import io.neomt.view.Migrations;
import io.neomt.view.SchemaName;
import java.time.Duration;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tenants that are active already come to a newer template. */
class MigrationOnPostgresTest {

    private static final UUID ROLE = new UUID(0, 3);

    private final TestPlatform platform = new TestPlatform();
    private final PostgresSchemas schemas = platform.schemas();
    private final Provisioner provisioner =
            new Provisioner(platform.tenants(), schemas, platform, TenantTemplate.SHIPPED);

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void anActiveTenantOfAnOlderTemplateIsFoundAndMigratedAndKeepsItsRows() {
        ProvisionTenant acme = provisioned("acme");
        ProvisionTenant newest = provisioned("newest");
        platform.updateTenants("DROP SCHEMA tenant_acme CASCADE");
        platform.updateTenants("CREATE SCHEMA tenant_acme");
        migrateToFirstVersion(acme.schema());
        platform.updateTenants("""
                INSERT INTO tenant_acme.roles VALUES (?, 'lead', '', 1, now(), now())""", ROLE);
        platform.updateTenants("INSERT INTO tenant_acme.role_permissions VALUES (?, 'a.b.own', now())", ROLE);
        platform.update("UPDATE admin.tenants SET template_version = '1' WHERE slug = 'acme'");

        assertThat(platform.tenants().behind(TenantTemplate.SHIPPED)).containsExactly(acme);
        assertThat(provisioner.provision(acme)).isEqualTo(new Migrated());

        assertThat(platform.tenants().behind(TenantTemplate.SHIPPED)).isEmpty();
        assertThat(schemas.version(TestPlatform.CONNECTION, acme.schema())).contains(TenantTemplate.SHIPPED);
        assertThat(platform.countTenants("""
                        SELECT count(*) FROM tenant_acme.role_permissions
                        WHERE permission = 'a.b.own' AND effect = 'allow' AND condition IS NULL""")).isOne();
        assertThat(tables(acme)).isEqualTo(tables(newest));
    }

    private void migrateToFirstVersion(SchemaName schema) {
        Flyway.configure()
                .dataSource(platform.connections().pool(TestPlatform.CONNECTION))
                .schemas(schema.value())
                .locations("classpath:" + Migrations.TENANT.folder())
                .target("1")
                .load()
                .migrate();
    }

    private ProvisionTenant provisioned(String slug) {
        ProvisionTenant tenant = platform.request(slug, TestPlatform.REGION, Duration.ofMinutes(5));
        assertThat(provisioner.provision(tenant)).isEqualTo(new Done());
        return tenant;
    }

    private long tables(ProvisionTenant tenant) {
        return platform.countTenants(
                "SELECT count(*) FROM pg_tables WHERE schemaname = ?",
                tenant.schema().value());
    }
}
