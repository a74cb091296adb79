package io.neomt.deploy.cli.bench;

import io.neomt.provisioning.store.TenantTemplate;
import io.neomt.provisioning.store.snapshot.Snapshot;
import io.neomt.provisioning.store.snapshot.Snapshots;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The compiled script of the template, one schema in a transaction after the other on one connection, and nothing else:
 * what PostgreSQL itself takes for a schema, below which nothing can be that does not make them ahead of time.
 */
final class BareScript {

    private static final int WARM = 20;

    private final DataSource database;
    private final Snapshot snapshot;

    BareScript(DataSource database) {
        this.database = database;
        this.snapshot = new Snapshots(new TenantTemplate(), InstantSource.system(), (server, failure) -> {
                    throw failure;
                })
                .of("bench", database)
                .orElseThrow();
    }

    Figures run(int count) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setEscapeProcessing(false);
            for (int i = 0; i < WARM; i++) {
                make(connection, statement, "bench_script_warm_" + i);
            }
            List<Duration> each = new ArrayList<>();
            long begun = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long start = System.nanoTime();
                make(connection, statement, "bench_script_" + i);
                each.add(Duration.ofNanos(System.nanoTime() - start));
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Figures("the template's script alone", each, List.of(), count / seconds);
        }
    }

    private void make(Connection connection, Statement statement, String schema) throws SQLException {
        statement.execute("CREATE SCHEMA %1$s; SET LOCAL search_path TO %1$s".formatted(schema));
        statement.execute(snapshot.history() + ";\n" + snapshot.tables());
        connection.commit();
    }
}
