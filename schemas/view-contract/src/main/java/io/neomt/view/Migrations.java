package io.neomt.view;

import java.util.List;

/**
 * The SQL that a kind of schema is made of, in the order of its versions. Names are listed here instead of searched for
 * on the class path: scanning jars would cost more than running the SQL.
 */
public enum Migrations {
    /** The admin database: schemas {@code eventstore} and {@code admin}. */
    ADMIN(
            "db/admin",
            List.of(
                    "V1001__event_store.sql",
                    "V1002__directory.sql",
                    "V1003__references_and_dues.sql",
                    "V1004__tenant_lifecycle.sql",
                    "V1005__connection_registry.sql",
                    "V1006__provisioning_operations.sql",
                    "V1007__realms.sql",
                    "V1008__realm_state.sql",
                    "V1009__registry_changes.sql",
                    "V1011__migration_runs.sql",
                    "V1014__migration_turns.sql",
                    "V1015__migration_steps.sql",
                    "V1016__audit_chain.sql",
                    "V1017__parked_tenants.sql",
                    "V1018__rebuilds.sql",
                    "V1019__run_resumed.sql")),
    /** The schema {@code platform_common} of each database that holds tenants. */
    REGIONAL("db/regional", List.of("V1__platform_common.sql")),
    /** The schema of one tenant; the statements name no schema, the search path does. */
    TENANT(
            "db/tenant",
            List.of("V1__users_roles_grants.sql", "V2__access_control.sql", "V3__paging.sql", "V4__audit_log.sql"));

    /** The schema of the admin database that holds its migration history, in {@link #HISTORY_TABLE}. */
    public static final String ADMIN_HISTORY_SCHEMA = "admin";

    /** The migration history: in {@link #ADMIN_HISTORY_SCHEMA}, and in each tenant's schema for that schema. */
    public static final String HISTORY_TABLE = "flyway_schema_history";

    private final String folder;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<String> scripts;

    Migrations(String folder, List<String> scripts) {
        this.folder = folder;
        this.scripts = List.copyOf(scripts);
    }

    /** Where the scripts lie on the class path. */
    public String folder() {
        return folder;
    }

    /** File names in {@link #folder()}, oldest version first. */
    public List<String> scripts() {
        return scripts;
    }

    /** The version that this build of the platform works with: that of the last script. */
    public String requiredVersion() {
        String last = scripts.getLast();
        return last.substring(1, last.indexOf("__"));
    }
}
