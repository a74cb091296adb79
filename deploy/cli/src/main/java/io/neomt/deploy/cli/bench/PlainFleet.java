package io.neomt.deploy.cli.bench;

import io.neomt.view.Migrations;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Schemas of the same template, which Flyway's own API migrates as it comes, one after the other. */
final class PlainFleet {

    private final DataSource database;
    private final Path scripts;

    PlainFleet(DataSource database, Path scripts) {
        this.database = database;
        this.scripts = scripts;
    }

    /** How many schemas a second it migrates, the second time. */
    double perSecond(int count) throws IOException, SQLException {
        new PlainFlyway(database).make("bench_fleet_", count);
        ThreeSteps.WARMING.write(scripts);
        migrateAll(count);
        ThreeSteps.MEASURED.write(scripts);
        long begun = System.nanoTime();
        migrateAll(count);
        return count / ((System.nanoTime() - begun) / 1e9);
    }

    private void migrateAll(int count) {
        for (int i = 0; i < count; i++) {
            migrate(i);
        }
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
