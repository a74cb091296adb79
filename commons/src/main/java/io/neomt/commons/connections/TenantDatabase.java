package io.neomt.commons.connections;

import io.neomt.view.SchemaName;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * One tenant's schema. The schema is set inside each transaction and falls away with it, so that a connection that goes
 * back to the pool names no tenant.
 */
public final class TenantDatabase {

    private static final String READ = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; ";
    // small statements on tables without statistics look dear to the planner, and compiling them costs more than they
    // do
    private static final String SCHEMA = "SET LOCAL search_path TO {0}; SET LOCAL jit = off";

    private final SchemaName schema;
    private final Transactions transactions;

    TenantDatabase(SchemaName schema, Transactions transactions) {
        this.schema = schema;
        this.transactions = transactions;
    }

    /** One REPEATABLE READ, read-only transaction in the tenant's schema: all its statements see the same state. */
    public <T> T read(Function<DSLContext, T> work) {
        return run(READ + SCHEMA, work);
    }

    /** One READ COMMITTED transaction in the tenant's schema; commits when the work returns, else rolls back. */
    public <T> T write(Function<DSLContext, T> work) {
        return run(SCHEMA, work);
    }

    private <T> T run(String begin, Function<DSLContext, T> work) {
        return transactions.run(dsl -> {
            dsl.execute(begin, DSL.quotedName(schema.value()));
            return work.apply(dsl);
        });
    }
}
