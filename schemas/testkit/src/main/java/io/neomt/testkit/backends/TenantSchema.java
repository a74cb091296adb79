package io.neomt.testkit.backends;

import io.neomt.view.SchemaName;
import javax.sql.DataSource;

/** A tenant's schema made from the template; {@code dataSource} has it as its search path. */
public record TenantSchema(String database, SchemaName schema, DataSource dataSource) {}
