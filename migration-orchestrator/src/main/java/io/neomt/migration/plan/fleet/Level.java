package io.neomt.migration.plan.fleet;

import java.util.Locale;

/** What a schema is, in the order in which migrations reach them. */
public enum Level {
    /** The admin database, one of it. */
    ADMIN,
    /** The schema {@code platform_common} in each database that holds tenants. */
    REGIONAL,
    /** The schema {@code tenant_template} in each of those: what a new tenant's schema is like. */
    TEMPLATE,
    /** The schema of one tenant. */
    TENANT;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
