package io.neomt.commons.connections;

import java.util.function.Function;
import org.jooq.DSLContext;

/** A database that tenants lie in, for whoever makes and removes their schemas: names no tenant and takes no role. */
public final class WholeDatabase {

    private final Transactions transactions;

    WholeDatabase(Transactions transactions) {
        this.transactions = transactions;
    }

    /** One READ COMMITTED transaction; commits when the work returns, rolls back when it throws. */
    public <T> T write(Function<DSLContext, T> work) {
        return transactions.run(work);
    }
}
