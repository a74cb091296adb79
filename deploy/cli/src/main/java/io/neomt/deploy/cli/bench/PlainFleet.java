package io.neomt.deploy.cli.bench;

import io.neomt.view.Migrations;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Schemas of the same template, which Flyway's own API migrates as it comes, one after the other. */
final class PlainFleet {

    private static final int WARM = 3;

    private final DataSource database;
    private final Path scripts;

    PlainFleet(DataSource database, Path scripts) {
        this.database = database;
        this.scripts = scripts;
    }

    /** How many schemas a second it migrates. */
    double perSecond(int count) throws SQLException {
        new PlainFlyway(database).make("bench_fleet_", count + WARM);
        for (int i = count; i < count + WARM; i++) {
            migrate(i);
        }
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            migrate(i);
        }
        return count / ((System.nanoTime() - begun) / 1e9);
    }

    private void migrate(int number) {
        int done = flyway("bench_fleet_" + number).migrate().migrationsExecuted;
        if (done != ThreeSteps.count()) {
            throw new IllegalStateException("Flyway executed " + done + " migrations");
        }
    }

    /** Whether Flyway by itself finds a schema to be what its scripts say, with nothing left to do. */
    boolean isUpToDate(String schema) {
        Flyway flyway = flyway(schema);
        return flyway.validateWithResult().validationSuccessful && flyway.info().pending().length == 0;
    }

    private Flyway flyway(String schema) {
        return Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .locations("classpath:" + Migrations.TENANT.folder(), "filesystem:" + scripts)
                .load();
    }
}
