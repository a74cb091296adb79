package io.neomt.deploy.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** A user of the PostgreSQL server on loopback. */
record PostgresAccount(int port, String user, String password) {

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        return source.getConnection(user, password);
    }

    @Override
    public String toString() {
        return user + "@127.0.0.1:" + port;
    }
}
