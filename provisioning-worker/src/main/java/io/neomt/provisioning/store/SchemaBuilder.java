package io.neomt.provisioning.store;

import static org.jooq.impl.DSL.quotedName;

import io.neomt.provisioning.store.snapshot.Scripts;
import io.neomt.provisioning.store.snapshot.Snapshot;
import org.jooq.DSLContext;

/** Makes a whole schema of the template in the transaction it is in. */
final class SchemaBuilder {

    private final DSLContext dsl;
    private final Snapshot snapshot;

    SchemaBuilder(DSLContext dsl, Snapshot snapshot) {
        this.dsl = dsl;
        this.snapshot = snapshot;
    }

    /** What the role may do is said before there are tables: it costs a quarter of saying it of each. */
    void make(String schema, String role) {
        dsl.execute("CREATE SCHEMA {0}; SET LOCAL search_path TO {0}", quotedName(schema));
        Scripts.run(dsl, snapshot.history());
        TenantRole user = new TenantRole(dsl, role);
        user.mayReadHistory(schema);
        user.mayUseLaterTables(schema);
        Scripts.run(dsl, snapshot.tables());
    }
}
