package io.neomt.migration;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Pools;
import io.neomt.testkit.backends.Backends;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own for one test, in which nothing is. */
public final class EmptyDatabase implements AutoCloseable {

    private final PGSimpleDataSource source =
            (PGSimpleDataSource) Backends.shared().freshDatabase();
    private final AdminDatabase database = new AdminDatabase(
            Pools.open("test", new Pools.Login(url(), username(), password()), 0, 5),
            new DefaultConfiguration().set(SQLDialect.POSTGRES));

    public String url() {
        return source.getUrl();
    }

    public String username() {
        return String.valueOf(source.getUser());
    }

    public String password() {
        return String.valueOf(source.getPassword());
    }

    public AdminDatabase database() {
        return database;
    }

    public void execute(String sql) {
        int unused = database.write(dsl -> dsl.execute(sql));
    }

    @Override
    public void close() {
        database.close();
    }
}
