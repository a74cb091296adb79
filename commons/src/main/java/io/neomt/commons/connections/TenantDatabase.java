package io.neomt.commons.connections;

import io.neomt.view.DatabaseRole;
import io.neomt.view.SchemaName;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's schema. The schema and the tenant's role are set inside each transaction and fall away with it, so that a
 * connection that goes back to the pool names no tenant. With the role, PostgreSQL itself refuses what is another
 * tenant's.
 */
public final class TenantDatabase {

    private static final String READ = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; ";
    // small statements on tables without statistics look dear to the planner, and compiling them costs more than they
    // do
    private static final String SCHEMA = "SET LOCAL search_path TO {0}; SET LOCAL jit = off";

    private static final String ROLE = SCHEMA + "; SET LOCAL ROLE {1}";

    private final SchemaName schema;
    private final @Nullable DatabaseRole role;
    private final Transactions transactions;

    TenantDatabase(SchemaName schema, @Nullable DatabaseRole role, Transactions transactions) {
        this.schema = schema;
        this.role = role;
        this.transactions = transactions;
    }

    /** One REPEATABLE READ, read-only transaction in the tenant's schema: all its statements see the same state. */
    public <T> T read(Function<DSLContext, T> work) {
        return run(READ, work);
    }

    /** One READ COMMITTED transaction in the tenant's schema; commits when the work returns, else rolls back. */
    public <T> T write(Function<DSLContext, T> work) {
        return run("", work);
    }

    private <T> T run(String begin, Function<DSLContext, T> work) {
        return transactions.run(dsl -> {
            enter(dsl, begin);
            return work.apply(dsl);
        });
    }

    private void enter(DSLContext dsl, String begin) {
        if (role == null) {
            dsl.execute(begin + SCHEMA, DSL.quotedName(schema.value()));
        } else {
            dsl.execute(begin + ROLE, DSL.quotedName(schema.value()), DSL.quotedName(role.value()));
        }
    }
}
