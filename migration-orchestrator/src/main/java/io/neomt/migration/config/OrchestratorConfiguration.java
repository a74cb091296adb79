package io.neomt.migration.config;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.migration.run.AdminMigration;
import io.neomt.migration.run.AdminSchema;
import io.neomt.migration.run.Patience;
import io.neomt.migration.store.FlywayAdminSchema;
import io.neomt.migration.store.SchemaProbe;
import io.neomt.migration.store.TenantVersions;
import io.neomt.migration.web.MigrationStatusController;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the orchestrator. */
@Configuration(proxyBeanMethods = false)
class OrchestratorConfiguration {

    /** About a minute: a database that is still starting, or being made, has time to come up. */
    private static final Patience PATIENCE = new Patience(40, Duration.ofMillis(250), Duration.ofSeconds(2));

    @Bean
    AdminSchema adminSchema(AdminDatabase database) {
        return new FlywayAdminSchema(database.pool());
    }

    /** Runs before the server listens: a service that answers has a migrated database. */
    @Bean
    MigrationAtStart migrationAtStart(AdminSchema schema) {
        return new MigrationAtStart(new AdminMigration(schema, PATIENCE, MigrationAtStart::sleep));
    }

    @Bean
    TenantVersions tenantVersions(AdminDatabase database) {
        return new TenantVersions(database);
    }

    @Bean
    SchemaProbe schemaProbe(AdminDatabase database) {
        return new SchemaProbe(database);
    }

    @Bean
    MigrationStatusController migrationStatusController(AdminSchema schema, TenantVersions tenants) {
        return new MigrationStatusController(schema, tenants);
    }
}
