package io.neomt.migration.config;

import io.neomt.commons.config.TenancyProperties;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.PlatformRights;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.commons.security.Guard;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.run.AdminMigration;
import io.neomt.migration.run.AdminSchema;
import io.neomt.migration.run.Patience;
import io.neomt.migration.store.FlywayAdminSchema;
import io.neomt.migration.store.RequiredVersions;
import io.neomt.migration.store.RunReader;
import io.neomt.migration.store.SchemaProbe;
import io.neomt.migration.store.SchemaReader;
import io.neomt.migration.store.script.ScriptCatalog;
import io.neomt.migration.store.script.ScriptReader;
import io.neomt.migration.web.MigrationStatusController;
import io.neomt.view.Migrations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The admin database, which is migrated at start, and what there is to apply. */
@Configuration(proxyBeanMethods = false)
class OrchestratorConfiguration {

    /** About a minute: a database that is still starting, or being made, has time to come up. */
    private static final Patience PATIENCE = new Patience(40, Duration.ofMillis(250), Duration.ofSeconds(2));

    @Bean
    ScriptReader scriptReader(TenancyProperties.Migrations settings) {
        return new ScriptReader(Optional.of(settings.folder())
                .filter(folder -> !folder.isBlank())
                .map(Path::of));
    }

    @Bean
    AdminSchema adminSchema(AdminDatabase database, ScriptReader reader) {
        return new FlywayAdminSchema(database.pool(), reader.locations(Migrations.ADMIN));
    }

    /** Runs before the server listens: a service that answers has a migrated database. */
    @Bean
    MigrationAtStart migrationAtStart(AdminSchema schema) {
        return new MigrationAtStart(new AdminMigration(schema, PATIENCE, MigrationAtStart::sleep));
    }

    @Bean
    ScriptCatalog scriptCatalog(ScriptReader reader, AdminDatabase database) {
        return new ScriptCatalog(reader, database.pool(), new RequiredVersions(database)::say);
    }

    @Bean
    SchemaProbe schemaProbe(AdminDatabase database, ScriptCatalog catalog) {
        return new SchemaProbe(
                database, () -> Objects.requireNonNull(catalog.required().get(Level.ADMIN)));
    }

    @Bean
    Guard guard(TenantDirectory directory, Connections connections) {
        return new Guard("migrations", new PlatformRights(directory, connections)::allows);
    }

    @Bean
    MigrationStatusController migrationStatusController(
            AdminSchema schema, AdminDatabase database, RunReader runs, ScriptCatalog catalog, Guard guard) {
        return new MigrationStatusController(schema, new SchemaReader(database), runs, catalog::required, guard);
    }
}
