package io.neomt.migration.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.migration.plan.AppliedMigration;
import io.neomt.migration.plan.MigrationPlan.Apply;
import io.neomt.migration.plan.MigrationPlan.UpToDate;
import io.neomt.migration.plan.SchemaState;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.ShippedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdminMigrationTest {

    private static final ShippedMigration SHIPPED = new ShippedMigration(new SchemaVersion("1"), "V1__x.sql", 1);

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void anEmptyDatabaseIsMigratedOnce() {
        Database database = new Database();

        assertThat(migration(database).run()).isEqualTo(new Apply(List.of(SHIPPED)));
        assertThat(migration(database).run()).isEqualTo(new UpToDate(new SchemaVersion("1")));
        assertThat(database.migrations).isEqualTo(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aDatabaseThatComesUpLateIsWaitedFor() {
        Database database = new Database();
        database.unreachable = 3;

        assertThat(migration(database).run()).isEqualTo(new Apply(List.of(SHIPPED)));
        assertThat(pauses).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(250));
    }

    @Test
    void aDatabaseThatNeverComesUpIsGivenUpWithTheKeysToLookAt() {
        Database database = new Database();
        database.unreachable = Integer.MAX_VALUE;

        assertThatThrownBy(() -> migration(database).run())
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("4 attempts")
                .hasMessageContaining("neo.admin-database.url")
                .hasCauseInstanceOf(DatabaseUnreachableException.class);
        assertThat(pauses).hasSize(3);
    }

    @Test
    void aDatabaseThatMustNotBeTouchedIsNotTouchedNorTriedAgain() {
        Database database = new Database();
        database.applied.add(applied("2"));

        assertThatThrownBy(() -> migration(database).run())
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("at version 2");
        assertThat(database.migrations).isZero();
        assertThat(pauses).isEmpty();
    }

    @Test
    void aPauseNeverOverflows() {
        Patience patience = new Patience(100, Duration.ofMillis(250), Duration.ofSeconds(2));

        assertThat(patience.after(99)).isEqualTo(Duration.ofSeconds(2));
        assertThatThrownBy(() -> new Patience(0, Duration.ZERO, Duration.ZERO)).hasMessageContaining("not 0");
    }

    private AdminMigration migration(Database database) {
        return new AdminMigration(
                database, new Patience(4, Duration.ofMillis(100), Duration.ofMillis(250)), pauses::add);
    }

    private static AppliedMigration applied(String version) {
        return new AppliedMigration(
                new SchemaVersion(version), "x", "V" + version + "__x.sql", 1, Instant.EPOCH, Duration.ZERO, true);
    }

    /** A database in memory that may be away for some reads. */
    private static final class Database implements AdminSchema {

        private final List<AppliedMigration> applied = new ArrayList<>();
        private int unreachable;
        private int migrations;

        @Override
        public SchemaState read() {
            if (unreachable > 0) {
                unreachable--;
                throw new DatabaseUnreachableException("away", new IllegalStateException("away"));
            }
            return new SchemaState(List.of(SHIPPED), applied);
        }

        @Override
        public void apply() {
            migrations++;
            applied.add(applied("1"));
        }
    }
}
