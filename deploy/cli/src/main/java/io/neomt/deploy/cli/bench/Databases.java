package io.neomt.deploy.cli.bench;

import io.neomt.deploy.embedded.StackAddresses;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases of a stack, looked into directly. */
final class Databases {

    private static final String SHARED = "neo_shared_us";

    private Databases() {}

    static DataSource admin(StackAddresses stack) {
        return database(stack, stack.adminJdbcUrl());
    }

    static DataSource shared(StackAddresses stack) {
        return database(stack, stack.jdbcUrl(SHARED));
    }

    private static DataSource database(StackAddresses stack, String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(stack.postgresUser());
        source.setPassword(stack.postgresPassword());
        return source;
    }
}
