package io.neomt.provisioning.store;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.quotedName;

import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.TenantDatabase;
import io.neomt.provisioning.plan.SchemaFacts;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.provisioning.run.Schemas;
import io.neomt.view.SchemaName;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.Name;

/** Tenants' schemas in PostgreSQL. A schema carries the time of its creation as its comment. */
public final class PostgresSchemas implements Schemas {

    private final Connections connections;
    private final TenantTemplate template;
    private final InstantSource clock;

    public PostgresSchemas(Connections connections, TenantTemplate template, InstantSource clock) {
        this.connections = connections;
        this.template = template;
        this.clock = clock;
    }

    @Override
    public boolean exists(String connectionName, SchemaName schema) {
        return database(connectionName, schema).read(dsl -> new SchemaCatalog(dsl, schema).exists());
    }

    @Override
    public Optional<TemplateVersion> version(String connectionName, SchemaName schema) {
        return database(connectionName, schema).read(dsl -> new SchemaCatalog(dsl, schema).version());
    }

    /** All there is to say about the schema, from one snapshot. */
    public SchemaFacts facts(String connectionName, SchemaName schema) {
        return database(connectionName, schema).read(dsl -> new SchemaCatalog(dsl, schema).facts());
    }

    @Override
    public void create(String connectionName, SchemaName schema) {
        Name quoted = quotedName(schema.value());
        String created = clock.instant().toString();
        database(connectionName, schema).write(dsl -> {
            dsl.createSchemaIfNotExists(quoted).execute();
            return dsl.execute("COMMENT ON SCHEMA {0} IS {1}", quoted, inline(created));
        });
    }

    @Override
    public void migrate(String connectionName, SchemaName schema) {
        template.migrate(connections.pool(connectionName), schema);
    }

    private TenantDatabase database(String connectionName, SchemaName schema) {
        return connections.schema(connectionName, schema);
    }
}
