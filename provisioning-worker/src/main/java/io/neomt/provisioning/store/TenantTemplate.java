package io.neomt.provisioning.store;

import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.provisioning.store.snapshot.TemplateReplay;
import io.neomt.view.Migrations;
import io.neomt.view.SchemaName;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The migrations of a tenant's schema, applied by Flyway. */
public final class TenantTemplate implements TemplateReplay {

    /** The version that this build brings. */
    public static final TemplateVersion SHIPPED = new TemplateVersion(Migrations.TENANT.requiredVersion());

    private final ListedScripts scripts = new ListedScripts(Migrations.TENANT);

    /** Applies what is pending; waits for another process that does the same in the same schema. */
    void migrate(DataSource dataSource, SchemaName schema) {
        migrate(dataSource, schema.value());
    }

    @Override
    public void migrate(DataSource dataSource, String schema) {
        Flyway.configure(TenantTemplate.class.getClassLoader())
                .dataSource(dataSource)
                .schemas(schema)
                .table(Migrations.HISTORY_TABLE)
                .createSchemas(false)
                // everything below keeps Flyway from looking for things that are not there
                .locations(new String[0])
                .resourceProvider(scripts)
                .javaMigrationClassProvider(List::of)
                .skipDefaultCallbacks(true)
                .placeholderReplacement(false)
                .loggers("slf4j")
                .group(true)
                .cleanDisabled(true)
                .load()
                .migrate();
    }
}
