package io.neomt.provisioning.store;

import static org.jooq.impl.DSL.quotedName;

import io.neomt.view.Migrations;
import org.jooq.DSLContext;

/**
 * The role that may read and write the rows of one schema. Nobody can log in as it; whoever makes it may take it on for
 * a transaction. So is with tables that are made later; of the migration history it only reads.
 */
final class TenantRole {

    private static final String MAKE =
            "CREATE ROLE {0} NOLOGIN; GRANT {0} TO CURRENT_USER WITH SET TRUE, INHERIT FALSE";
    private static final String LATER_TABLES = "GRANT USAGE ON SCHEMA {1} TO {0};"
            + " ALTER DEFAULT PRIVILEGES IN SCHEMA {1} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {0}";
    private static final String ALL_TABLES = "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {1} TO {0}";
    private static final String HISTORY = "REVOKE ALL ON {1} FROM {0}; GRANT SELECT ON {1} TO {0}";

    private final DSLContext dsl;
    private final String role;

    TenantRole(DSLContext dsl, String role) {
        this.dsl = dsl;
        this.role = role;
    }

    boolean exists() {
        return dsl.fetchSingle("SELECT to_regrole(?) IS NOT NULL", role).get(0, Boolean.class);
    }

    void make() {
        dsl.execute(MAKE, quotedName(role));
    }

    /** For a schema whose tables are still to come. */
    void mayUseLaterTables(String schema) {
        dsl.execute(LATER_TABLES, quotedName(role), quotedName(schema));
    }

    void mayReadHistory(String schema) {
        dsl.execute(HISTORY, quotedName(role), quotedName(schema, Migrations.HISTORY_TABLE));
    }

    /** For a schema that has its tables, and those to come. */
    void mayUse(String schema) {
        mayUseLaterTables(schema);
        dsl.execute(ALL_TABLES, quotedName(role), quotedName(schema));
        mayReadHistory(schema);
    }
}
