package io.neomt.migration.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Pools;
import io.neomt.migration.EmptyDatabase;
import io.neomt.migration.plan.AppliedMigration;
import io.neomt.migration.plan.MigrationPlan;
import io.neomt.migration.plan.MigrationPlan.Apply;
import io.neomt.migration.plan.MigrationPlan.UpToDate;
import io.neomt.migration.plan.SchemaState;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.ShippedMigration;
import io.neomt.migration.run.AdminMigration;
import io.neomt.migration.run.DatabaseUnreachableException;
import io.neomt.migration.run.MigrationFailedException;
import io.neomt.migration.run.Patience;
import io.neomt.view.AdminSchemaVersion;
import io.neomt.view.Migrations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlywayAdminSchemaTest {

    private final EmptyDatabase empty = new EmptyDatabase();
    private final FlywayAdminSchema schema =
            new FlywayAdminSchema(empty.database().pool());

    @AfterEach
    void close() {
        empty.close();
    }

    @Test
    void anEmptyDatabaseIsMigratedAndAMigratedOneIsLeftAlone() {
        MigrationPlan first = migrate();
        MigrationPlan second = migrate();

        assertThat(first).isInstanceOf(Apply.class);
        assertThat(((Apply) first)
                        .pending().stream().map(ShippedMigration::script).toList())
                .isEqualTo(Migrations.ADMIN.scripts());
        assertThat(second).isEqualTo(new UpToDate(new SchemaVersion(AdminSchemaVersion.REQUIRED)));
    }

    @Test
    void readingAnEmptyDatabaseLeavesNothingInIt() {
        assertThat(schema.read().applied()).isEmpty();
        assertThat(count("SELECT count(*) FROM pg_namespace WHERE nspname = 'admin'"))
                .isZero();
    }

    @Test
    void theHistoryTellsWhatWasAppliedAndWhen() {
        migrate();
        SchemaState state = schema.read();

        assertThat(state.applied().stream().map(AppliedMigration::script).toList())
                .isEqualTo(Migrations.ADMIN.scripts());
        assertThat(state.applied()).allSatisfy(migration -> {
            assertThat(migration.successful()).isTrue();
            assertThat(migration.appliedAt())
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        });
        assertThat(count("SELECT count(*) FROM eventstore.store")).isOne();
    }

    @Test
    void aDatabaseOfANewerBuildIsRefusedAndNotTouched() {
        migrate();
        empty.execute("""
                INSERT INTO admin.flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (99, '9001', 'future', 'SQL', 'V9001__future.sql', 1, 'postgres', 1, true)""");

        assertThatThrownBy(this::migrate)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("at version 9001")
                .hasMessageContaining("start the newer build");
        assertThatThrownBy(() -> probe(AdminSchemaVersion.REQUIRED).check()).hasMessageContaining("9001");
    }

    @Test
    void aMigrationThatWasEditedIsRefused() {
        migrate();
        empty.execute("UPDATE admin.flyway_schema_history SET checksum = checksum + 1 WHERE version = '1001'");

        assertThatThrownBy(this::migrate).hasMessageContaining("V1001__event_store.sql) was changed");
    }

    @Test
    void aMigrationThatBrokeOffIsRefused() {
        migrate();
        empty.execute("UPDATE admin.flyway_schema_history SET success = false WHERE version = '1002'");

        assertThatThrownBy(this::migrate).hasMessageContaining("V1002__directory.sql failed at");
    }

    @Test
    void twoThatStartAtOnceDoNotGetInEachOthersWay() throws Exception {
        Callable<MigrationPlan> start = this::migrate;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<MigrationPlan> done : threads.invokeAll(List.of(start, start))) {
                assertThat(done.get()).isNotNull();
            }
        }
        assertThat(migrate()).isInstanceOf(UpToDate.class);
    }

    @Test
    void connectionsGoBackToThePoolAsTheyCame() {
        migrate();

        String path = empty.database()
                .write(dsl -> dsl.fetchSingle("SHOW search_path").get(0, String.class));
        assertThat(path).isEqualTo("\"$user\", public");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsToldFromOneThatIsRefused() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Pools.Login nobody = new Pools.Login("jdbc:postgresql://127.0.0.1:" + free + "/x", "x", "");
        try (AdminDatabase away = new AdminDatabase(
                Pools.open("away", nobody, 0, 1), new DefaultConfiguration().set(SQLDialect.POSTGRES))) {
            assertThatThrownBy(() -> new FlywayAdminSchema(away.pool()).read())
                    .isInstanceOf(DatabaseUnreachableException.class);
        }
    }

    @Test
    void whatAnOperatorAddsComesAfterWhatIsRequired() {
        migrate();
        assertThat(probe("2001").check()).containsEntry("version", AdminSchemaVersion.REQUIRED);

        empty.execute(
                "INSERT INTO admin.flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success) VALUES (99, '2001', 'x', 'SQL', 'V2001__x.sql', 1, 'x', 1, true)");
        assertThat(probe("2001").check()).containsEntry("version", "2001");
    }

    private SchemaProbe probe(String newest) {
        return new SchemaProbe(empty.database(), () -> new SchemaVersion(newest));
    }

    private MigrationPlan migrate() {
        return new AdminMigration(schema, new Patience(5, Duration.ZERO, Duration.ZERO), pause -> {}).run();
    }

    private long count(String sql) {
        return empty.database().write(dsl -> dsl.fetchSingle(sql).get(0, Long.class));
    }
}
