package io.neomt.migration.store.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.migration.EmptyDatabase;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.undo.UndoScripts.UndoMissingException;
import io.neomt.migration.store.script.ScriptReader;
import io.neomt.view.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that cannot run in a transaction, and those that take others back, beside a plain Flyway. */
class SteppedMigrationTest {

    private static final String NEWEST = Migrations.TENANT.requiredVersion();

    private static final String SCHEMA = "tenant_acme";
    private static final SteppedMigration STEPPED = new SteppedMigration(Duration.ofSeconds(2), Duration.ofSeconds(20));

    private final EmptyDatabase database = new EmptyDatabase();

    @TempDir
    private Path folder;

    private ScriptReader reader;

    @BeforeEach
    void aTenantOfTheShippedTemplate() throws IOException {
        Files.createDirectories(folder.resolve("tenant"));
        reader = new ScriptReader(Optional.of(folder));
        flyway(new ScriptReader(Optional.empty())).migrate();
        script("V101__notes.sql", "CREATE TABLE notes (id bigint PRIMARY KEY, body text)");
        script(
                "V102__index.sql",
                "CREATE UNIQUE INDEX CONCURRENTLY notes_body ON notes (lower(body), id) WHERE id > 0");
        script("V103__more.sql", "ALTER TABLE notes ADD COLUMN more text");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anIndexIsBuiltBetweenTwoTransactions() throws Exception {
        migrate("103");

        assertThat(indexes()).containsExactly("notes_body true");
        upToDate("103");
        migrate("103");
        upToDate("103");
    }

    /** PostgreSQL leaves an index that nothing reads and everything writes. */
    @Test
    void whatFailsInTheMiddleLeavesNothingAndGoesOnWhenItIsRepaired() throws Exception {
        script("V102__index.sql", "CREATE UNIQUE INDEX CONCURRENTLY notes_body ON notes (body)");
        migrate("101");
        in("INSERT INTO notes VALUES (1, 'same'), (2, 'same')");

        assertThatThrownBy(() -> migrate("103"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
        assertThat(indexes()).isEmpty();
        assertThat(flyway(reader).info().current().getVersion().getVersion()).isEqualTo("101");

        in("DELETE FROM notes WHERE id = 2");
        migrate("103");
        assertThat(indexes()).containsExactly("notes_body true");
        upToDate("103");
    }

    @Test
    void whatAKilledProcessHasLeftIsDroppedOrTaken() throws Exception {
        script("V102__index.sql", "CREATE UNIQUE INDEX CONCURRENTLY notes_body ON notes (body)");
        migrate("101");
        in("INSERT INTO notes VALUES (1, 'same'), (2, 'same')");
        assertThatThrownBy(() -> outside("CREATE UNIQUE INDEX CONCURRENTLY notes_body ON " + SCHEMA + ".notes (body)"))
                .isInstanceOf(SQLException.class);
        assertThat(indexes()).containsExactly("notes_body false");
        in("DELETE FROM notes WHERE id = 2");
        migrate("103");
        assertThat(indexes()).containsExactly("notes_body true");

        in("DELETE FROM flyway_schema_history WHERE version IN ('102', '103'); ALTER TABLE notes DROP COLUMN more");
        migrate("103");
        upToDate("103");
    }

    @Test
    void anotherIndexOfThatNameIsAConflict() throws Exception {
        migrate("101");
        in("CREATE INDEX notes_body ON notes (id)");
        assertThatThrownBy(() -> migrate("103"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42P07"));
        assertThat(indexes()).containsExactly("notes_body true");
    }

    @Test
    void whatCouldNotBeFoundAgainIsRefused() throws Exception {
        script("V102__index.sql", "CREATE INDEX CONCURRENTLY ON notes (body)");
        assertThatThrownBy(() -> migrate("103"))
                .isInstanceOf(RefusedSchemaException.class)
                .hasMessageContaining("V102__index.sql");
        script(
                "V102__index.sql",
                "CREATE INDEX CONCURRENTLY a ON notes (body); CREATE INDEX CONCURRENTLY b ON notes (id)");
        assertThatThrownBy(() -> migrate("103"))
                .isInstanceOf(RefusedSchemaException.class)
                .hasMessageContaining("V102__index.sql");
    }

    /** The scripts stay where they are: for Flyway they are to be applied once more, and it does. */
    @Test
    void versionsAreTakenBackAndFlywayCanApplyThemAgain() throws Exception {
        script("U103__more.sql", "ALTER TABLE notes DROP COLUMN more");
        script("U102__index.sql", "DROP INDEX CONCURRENTLY notes_body");
        script("U101__notes.sql", "DROP TABLE notes -- no semicolon");
        migrate("103");
        upToDate("103");

        rollBack("101");
        assertThat(indexes()).isEmpty();
        assertThat(flyway(reader).info().current().getVersion().getVersion()).isEqualTo("101");
        assertThat(Arrays.stream(flyway(reader).info().pending()).map(MigrationInfo::getScript))
                .containsExactly("V102__index.sql", "V103__more.sql");

        rollBack(NEWEST);
        Flyway shipped = flyway(new ScriptReader(Optional.empty()));
        shipped.validate();
        assertThat(shipped.info().pending()).isEmpty();
        assertThat(shipped.info().current().getVersion().getVersion()).isEqualTo(NEWEST);

        migrate("103");
        upToDate("103");
    }

    @Test
    void withoutAScriptThereIsNoWayBackAndNothingIsTouched() throws Exception {
        script("U103__more.sql", "ALTER TABLE notes DROP COLUMN more");
        migrate("103");
        assertThatThrownBy(() -> rollBack(NEWEST))
                .isInstanceOfSatisfying(
                        UndoMissingException.class, e -> assertThat(e.file()).isEqualTo("U102__<description>.sql"));
        upToDate("103");
    }

    private void migrate(String to) throws SQLException {
        List<Script> scripts =
                reader.read(Migrations.TENANT, database.database().pool());
        try (Connection connection = database.database().pool().getConnection()) {
            STEPPED.migrate(connection, SCHEMA, scripts, new SchemaVersion(to));
        }
    }

    private void rollBack(String to) throws SQLException {
        try (Connection connection = database.database().pool().getConnection()) {
            STEPPED.rollBack(connection, SCHEMA, reader.undo(Migrations.TENANT), new SchemaVersion(to));
        }
    }

    private void upToDate(String version) {
        Flyway flyway = flyway(reader);
        flyway.validate();
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.info().current().getVersion().getVersion()).isEqualTo(version);
    }

    private List<String> indexes() {
        return database.database().read(dsl -> dsl.fetch("""
                        SELECT c.relname || ' ' || i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                        WHERE c.relname IN ('notes_body', 'a', 'b')""").getValues(0, String.class));
    }

    private void in(String sql) {
        database.execute("SET LOCAL search_path TO " + SCHEMA + "; " + sql);
    }

    private void outside(String sql) throws SQLException {
        try (Connection connection = database.database().pool().getConnection()) {
            connection.setAutoCommit(true);
            SteppedMigration.execute(connection, sql);
        }
    }

    private Flyway flyway(ScriptReader scripts) {
        return Flyway.configure(getClass().getClassLoader())
                .dataSource(database.database().pool())
                .locations(scripts.locations(Migrations.TENANT).toArray(String[]::new))
                .schemas(SCHEMA)
                .placeholderReplacement(false)
                .load();
    }

    private void script(String name, String sql) throws IOException {
        Files.writeString(folder.resolve("tenant").resolve(name), sql);
    }
}
