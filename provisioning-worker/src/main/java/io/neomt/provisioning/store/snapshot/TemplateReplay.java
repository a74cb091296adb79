package io.neomt.provisioning.store.snapshot;

import javax.sql.DataSource;

/** Applies the template's scripts to an existing, empty schema, as it would be done without a snapshot. */
@FunctionalInterface
public interface TemplateReplay {

    void migrate(DataSource database, String schema);
}
