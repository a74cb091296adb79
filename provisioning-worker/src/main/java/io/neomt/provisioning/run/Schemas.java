package io.neomt.provisioning.run;

import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.view.SchemaName;
import java.util.Optional;

/** The schemas in the database of one connection. Every operation may be repeated. */
public interface Schemas {

    boolean exists(String connectionName, SchemaName schema);

    /** Empty where no migration was applied. */
    Optional<TemplateVersion> version(String connectionName, SchemaName schema);

    void create(String connectionName, SchemaName schema);

    /** Brings the schema to the shipped version; all of it or nothing. */
    void migrate(String connectionName, SchemaName schema);
}
