package io.neomt.migration.store.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.migration.EmptyDatabase;
import io.neomt.migration.plan.Script;
import io.neomt.migration.store.script.ScriptReader;
import io.neomt.view.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beside a plain Flyway, which agrees with whatever was done without it. */
class DirectMigrationTest {

    private static final String SCHEMA = "tenant_acme";

    private final EmptyDatabase database = new EmptyDatabase();

    @TempDir
    private Path folder;

    private ScriptReader reader;

    @BeforeEach
    void aTenantOfTheShippedTemplate() throws IOException {
        Files.createDirectories(folder.resolve("tenant"));
        reader = new ScriptReader(Optional.of(folder));
        flyway(new ScriptReader(Optional.empty())).migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void flywayTakesItForItsOwn() throws Exception {
        script("V101__notes.sql", "CREATE TABLE notes (id bigint PRIMARY KEY, body text) -- no semicolon");
        script("V102__of_notes.sql", "CREATE INDEX ON notes (body);\n/* a comment at the end */");

        assertThat(migrate()).extracting(Script::name).containsExactly("V101__notes.sql", "V102__of_notes.sql");

        Flyway flyway = flyway(reader);
        flyway.validate();
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.info().current().getVersion().getVersion()).isEqualTo("102");
        assertThat(flyway.info().applied())
                .extracting(MigrationInfo::getDescription)
                .endsWith("notes", "of notes");
        assertThat(flyway.migrate().migrationsExecuted).isZero();
        assertThat(migrate()).isEmpty();
    }

    @Test
    void linesOfTheHistoryThatAreOfNoVersionAreLeftAloneAndComeBefore() throws Exception {
        script("V101__notes.sql", "CREATE TABLE notes (id bigint PRIMARY KEY)");
        script("V102__of_notes.sql", "CREATE INDEX ON notes (id)");
        database.execute("INSERT INTO " + SCHEMA + "." + Migrations.HISTORY_TABLE
                + " (installed_rank, description, type, script, installed_by, execution_time, success)"
                + " VALUES (70, 'a view', 'SQL', 'R__a_view.sql', 'somebody', 1, true)");

        assertThat(migrate()).hasSize(2);

        assertThat(count("SELECT max(installed_rank) FROM " + SCHEMA + "." + Migrations.HISTORY_TABLE))
                .isEqualTo(72);
        assertThat(flyway(reader).info().current().getVersion().getVersion()).isEqualTo("102");
    }

    @Test
    void whatFlywayHasDoneIsNotDoneAgain() throws Exception {
        script("V101__notes.sql", "CREATE TABLE notes (id bigint PRIMARY KEY)");
        flyway(reader).migrate();

        assertThat(migrate()).isEmpty();
    }

    @Test
    void aScriptThatFailsLeavesTheSchemaAsItWas() throws Exception {
        script("V101__notes.sql", "CREATE TABLE notes (id bigint PRIMARY KEY)");
        script("V102__broken.sql", "CREATE TABLE notes (id bigint PRIMARY KEY)");

        assertThatThrownBy(this::migrate).isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                .isEqualTo("42P07"));

        assertThat(count("SELECT count(*) FROM pg_tables WHERE tablename = 'notes'"))
                .isZero();
        assertThat(flyway(reader).info().pending()).hasSize(2);
    }

    @Test
    void whileFlywayHoldsItsLockNothingIsDone() throws Exception {
        script("V101__notes.sql", "CREATE TABLE notes (id bigint PRIMARY KEY)");
        try (Connection other = database.database().pool().getConnection();
                var statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(%d)".formatted(FlywayLock.keyOf(SCHEMA)));

            assertThatThrownBy(this::migrate).isInstanceOf(LockedElsewhereException.class);

            other.rollback();
        }
        assertThat(migrate()).hasSize(1);
    }

    @Test
    void anEditedScriptIsRefusedAndNamed() throws Exception {
        script("V101__notes.sql", "CREATE TABLE notes (id bigint PRIMARY KEY)");
        migrate();
        script("V101__notes.sql", "CREATE TABLE notes (id bigint PRIMARY KEY, body text)");
        script("V102__more.sql", "CREATE TABLE more (id bigint PRIMARY KEY)");

        assertThatThrownBy(this::migrate)
                .isInstanceOf(RefusedSchemaException.class)
                .hasMessageContaining("V101__notes.sql");
        assertThat(count("SELECT count(*) FROM pg_tables WHERE tablename = 'more'"))
                .isZero();
    }

    /** The key is Flyway's own: while it migrates, nobody else gets it. */
    @Test
    void theLockIsTheOneThatFlywayTakes() throws Exception {
        script(
                "V101__slow.sql",
                "SELECT pg_sleep(0); CREATE TABLE seen AS SELECT objid, classid FROM pg_locks"
                        + " WHERE locktype = 'advisory'");
        flyway(reader).migrate();

        long key = FlywayLock.keyOf(SCHEMA);
        assertThat(count(
                        "SELECT count(*) FROM tenant_acme.seen WHERE (classid::bigint << 32 | objid::bigint) = " + key))
                .isPositive();
    }

    private void script(String name, String sql) throws IOException {
        Files.writeString(folder.resolve("tenant").resolve(name), sql);
    }

    private List<Script> migrate() throws SQLException {
        List<Script> scripts =
                reader.read(Migrations.TENANT, database.database().pool());
        DirectMigration direct = new DirectMigration(scripts, Duration.ofSeconds(1), Duration.ofSeconds(20));
        try (Connection connection = database.database().pool().getConnection()) {
            return direct.migrate(connection, SCHEMA, scripts.getLast().version());
        }
    }

    private Flyway flyway(ScriptReader scripts) {
        return Flyway.configure(getClass().getClassLoader())
                .dataSource(database.database().pool())
                .locations(scripts.locations(Migrations.TENANT).toArray(String[]::new))
                .schemas(SCHEMA)
                .load();
    }

    private long count(String sql) {
        return database.database().read(dsl -> dsl.fetchSingle(sql).get(0, Long.class));
    }
}
