package io.neomt.deploy.cli.bench;

import io.neomt.view.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The template applied by Flyway as it comes, one schema after the other: what everything else is compared with. */
final class PlainFlyway {

    private static final int WARM = 3;

    private final DataSource database;

    PlainFlyway(DataSource database) {
        this.database = database;
    }

    Figures run(int count) throws SQLException {
        for (int i = 0; i < WARM; i++) {
            make("bench_flyway_warm_" + i);
        }
        List<Duration> each = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            make("bench_flyway_" + i);
            each.add(Duration.ofNanos(System.nanoTime() - start));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Figures("plain Flyway per schema", each, List.of(), count / seconds);
    }

    /** As many schemas of the template, of which nothing is measured. */
    void make(String prefix, int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            make(prefix + i);
        }
    }

    private void make(String schema) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .locations("classpath:" + Migrations.TENANT.folder())
                .load()
                .migrate();
    }
}
