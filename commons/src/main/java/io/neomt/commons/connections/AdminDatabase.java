package io.neomt.commons.connections;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Function;
import org.jooq.Configuration;
import org.jooq.DSLContext;

/** The one database that is configured: the event store and what the platform consists of. */
public final class AdminDatabase implements AutoCloseable {

    private final HikariDataSource pool;
    private final Configuration configuration;
    private final Transactions transactions;

    /** @param configuration of jOOQ, without a connection */
    public AdminDatabase(HikariDataSource pool, Configuration configuration) {
        this.pool = pool;
        this.configuration = configuration;
        this.transactions = new Transactions(pool, configuration);
    }

    /** One READ COMMITTED transaction; commits when the work returns, rolls back when it throws. */
    public <T> T write(Function<DSLContext, T> work) {
        return transactions.run(work);
    }

    /** One REPEATABLE READ, read-only transaction: all its statements see the same state. */
    public <T> T read(Function<DSLContext, T> work) {
        return transactions.run(dsl -> {
            dsl.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            return work.apply(dsl);
        });
    }

    /** The pool; its connections have auto-commit off. */
    public HikariDataSource pool() {
        return pool;
    }

    Configuration configuration() {
        return configuration;
    }

    @Override
    public void close() {
        pool.close();
    }
}
