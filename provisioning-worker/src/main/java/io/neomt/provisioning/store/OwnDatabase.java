package io.neomt.provisioning.store;

import static org.jooq.impl.DSL.quotedName;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** The database of one tenant alone. PostgreSQL makes and drops databases outside of transactions only. */
final class OwnDatabase {

    private final DataSource server;
    private final String name;

    /** @param server a connection to any other database of the server */
    OwnDatabase(DataSource server, String name) {
        this.server = server;
        this.name = name;
    }

    /** False when it was there already; nobody but its owner may connect to it, which is said again each time. */
    boolean make() {
        return outsideOfTransactions(dsl -> {
            boolean missing = !exists(dsl);
            if (missing) {
                // copying files would force checkpoints, which may take seconds
                dsl.execute("CREATE DATABASE {0} TEMPLATE template0 STRATEGY wal_log", quotedName(name));
            }
            dsl.execute("REVOKE ALL ON DATABASE {0} FROM PUBLIC", quotedName(name));
            return missing;
        });
    }

    /** With everything in it, and whoever is connected is cut off; false when there was none. */
    boolean drop() {
        return outsideOfTransactions(dsl -> {
            boolean there = exists(dsl);
            if (there) {
                dsl.execute("DROP DATABASE IF EXISTS {0} WITH (FORCE)", quotedName(name));
            }
            return there;
        });
    }

    boolean exists() {
        return outsideOfTransactions(this::exists);
    }

    private boolean exists(DSLContext dsl) {
        return dsl.fetchOptional("SELECT 1 FROM pg_database WHERE datname = ?", name)
                .isPresent();
    }

    private <T> T outsideOfTransactions(Function<DSLContext, T> work) {
        try (Connection connection = server.getConnection()) {
            connection.setAutoCommit(true);
            try {
                return work.apply(DSL.using(connection, SQLDialect.POSTGRES));
            } finally {
                connection.setAutoCommit(false);
            }
        } catch (SQLException e) {
            throw new DataAccessException("the server of database " + name + " cannot be reached", e);
        }
    }
}
