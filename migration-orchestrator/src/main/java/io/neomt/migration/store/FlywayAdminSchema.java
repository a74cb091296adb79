package io.neomt.migration.store;

import io.neomt.migration.plan.AppliedMigration;
import io.neomt.migration.plan.SchemaState;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.ShippedMigration;
import io.neomt.migration.run.AdminSchema;
import io.neomt.view.Migrations;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** The admin database by Flyway's API; the history lies in the schema {@code admin}, which Flyway creates for it. */
public final class FlywayAdminSchema implements AdminSchema {

    private final Flyway flyway;

    public FlywayAdminSchema(DataSource dataSource) {
        this(dataSource, List.of("classpath:" + Migrations.ADMIN.folder()));
    }

    /** @param locations of the scripts, as Flyway names them */
    public FlywayAdminSchema(DataSource dataSource, List<String> locations) {
        this.flyway = Flyway.configure(getClass().getClassLoader())
                .dataSource(dataSource)
                .locations(locations.toArray(String[]::new))
                .failOnMissingLocations(true)
                .schemas(Migrations.ADMIN_HISTORY_SCHEMA)
                .table(Migrations.HISTORY_TABLE)
                .group(true)
                .cleanDisabled(true)
                .load();
    }

    @Override
    public SchemaState read() {
        MigrationInfo[] all = reaching(() -> flyway.info().all());
        List<MigrationInfo> versioned =
                Arrays.stream(all).filter(info -> info.getVersion() != null).toList();
        return new SchemaState(shipped(versioned.stream()), applied(versioned.stream()));
    }

    @Override
    public void apply() {
        reaching(flyway::migrate);
    }

    private static List<ShippedMigration> shipped(Stream<MigrationInfo> all) {
        return all.filter(info -> info.getResolvedChecksum() != null)
                .map(info -> new ShippedMigration(version(info), info.getScript(), info.getResolvedChecksum()))
                .toList();
    }

    private static List<AppliedMigration> applied(Stream<MigrationInfo> all) {
        return all.filter(info -> info.getInstalledRank() != null)
                .map(FlywayAdminSchema::applied)
                .toList();
    }

    private static AppliedMigration applied(MigrationInfo info) {
        return new AppliedMigration(
                version(info),
                info.getDescription(),
                info.getScript(),
                Objects.requireNonNullElse(info.getAppliedChecksum(), 0),
                info.getInstalledOn().toInstant(),
                Duration.ofMillis(info.getExecutionTime()),
                !info.getState().isFailed());
    }

    private static SchemaVersion version(MigrationInfo info) {
        return new SchemaVersion(info.getVersion().getVersion());
    }

    private static <T> T reaching(Supplier<T> work) {
        try {
            return work.get();
        } catch (FlywayException e) {
            throw SqlFailures.classify(e);
        }
    }
}
