package io.neomt.migration.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.neomt.commons.connections.Residency;
import io.neomt.commons.connections.UnknownConnectionException;
import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.drift.Difference;
import io.neomt.migration.plan.drift.DriftReport;
import io.neomt.migration.plan.drift.DriftedSchema;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.store.drift.DriftScan;
import io.neomt.migration.store.script.ScriptReader;
import io.neomt.view.Migrations;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each test leaves the fleet as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftScanTest {

    private static final String SCHEMA = Fleet.schema(2);

    private Path folder;
    private Fleet fleet;

    @BeforeAll
    void start(@TempDir Path empty) {
        folder = empty;
        fleet = new Fleet(empty, 4);
    }

    @AfterAll
    void stop() {
        fleet.close();
    }

    @Test
    void aFleetOfTheTemplateDoesNotDiffer() {
        DriftReport report = scan(null);
        assertThat(report.schemas()).isEmpty();
        assertThat(report.unreachable()).isEmpty();
        assertThat(report.scanned()).isEqualTo(4);
        assertThat(fleet.count("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'neo%'"))
                .isZero();
    }

    @Test
    void whatDiffersIsNamed() {
        change(
                "ALTER TABLE users ADD COLUMN extra text",
                "ALTER TABLE users DROP COLUMN extra",
                tuple("column", "users.extra", "unexpected"));
        change(
                "ALTER TABLE users ALTER COLUMN email TYPE varchar(400)",
                "ALTER TABLE users ALTER COLUMN email TYPE varchar(320)",
                tuple("column", "users.email", "changed"));
        change(
                "DROP INDEX users_created",
                "CREATE INDEX users_created ON users (created_at, id)",
                tuple("index", "users_created", "missing"));
        change(
                "CREATE VIEW v AS SELECT 1 AS one",
                "DROP VIEW v",
                tuple("column", "v.one", "unexpected"),
                tuple("view", "v", "unexpected"));
        change(
                "ALTER TABLE users DROP CONSTRAINT users_status_check",
                "ALTER TABLE users ADD CONSTRAINT users_status_check CHECK (status IN ('active', 'deactivated', 'deleted'))",
                tuple("constraint", "users.users_status_check", "missing"));
        change(
                "CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                "DROP FUNCTION f",
                tuple("function", "f()", "unexpected"));
    }

    private void change(String sql, String back, org.assertj.core.groups.Tuple... differences) {
        in(SCHEMA, sql);
        DriftedSchema drifted = only(scan(null).schemas());
        assertThat(drifted.tenant()).isEqualTo("t002");
        assertThat(drifted.schema()).isEqualTo(SCHEMA);
        assertThat(drifted.objects())
                .extracting(Difference::kind, Difference::object, Difference::difference)
                .containsExactly(differences);
        in(SCHEMA, back);
        assertThat(scan(null).schemas()).isEmpty();
    }

    /** A tenant that the newest script has not reached is what the one before makes. */
    @Test
    void eachIsComparedWithItsOwnVersion() {
        fleet.script("V150__later.sql", "CREATE TABLE later (id bigint)");
        assertThat(scan(null).schemas()).isEmpty();

        in(SCHEMA, "CREATE TABLE later (id bigint)");
        assertThat(only(scan("t002").schemas()).objects())
                .extracting(Difference::object)
                .contains("later");

        // somebody has migrated it, and the directory was not told
        in(
                SCHEMA,
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) VALUES (9, '150', 'later', 'SQL', 'V150__later.sql', 'me', 0, true)");
        assertThat(only(scan("t002").schemas()).objects())
                .containsExactly(
                        new Difference("version", SCHEMA, "changed", Migrations.TENANT.requiredVersion(), "150"));

        in(SCHEMA, "DROP TABLE later; DELETE FROM flyway_schema_history WHERE version = '150'");
        assertThat(scan(null).schemas()).isEmpty();
    }

    @Test
    void aSchemaThatIsGoneIsMissing() {
        fleet.database().execute("ALTER SCHEMA " + SCHEMA + " RENAME TO elsewhere");
        assertThat(only(scan(null).schemas()).objects())
                .containsExactly(new Difference(
                        "schema", SCHEMA, "missing", "version " + Migrations.TENANT.requiredVersion(), null));
        fleet.database().execute("ALTER SCHEMA elsewhere RENAME TO " + SCHEMA);
    }

    @Test
    void aConnectionThatIsNotInUseIsSaid() {
        DriftReport report = scan(null, _ -> {
            throw new UnknownConnectionException("drained");
        });
        assertThat(report.schemas()).isEmpty();
        assertThat(report.unreachable()).singleElement().asString().contains("drained");
    }

    private void in(String schema, String sql) {
        fleet.database().execute("SET LOCAL search_path TO " + schema + "; " + sql);
    }

    private DriftReport scan(@org.jspecify.annotations.Nullable String tenant) {
        return scan(tenant, _ -> fleet.database().database().pool());
    }

    private DriftReport scan(@org.jspecify.annotations.Nullable String tenant, FleetMigrator.Databases databases) {
        List<Script> scripts = new ScriptReader(Optional.of(folder))
                .read(Migrations.TENANT, fleet.database().database().pool());
        return new DriftScan(databases, () -> Map.of(Level.TENANT, scripts), () -> new FleetReader(
                                fleet.database().database(), Residency.EVERYWHERE)
                        .all(null).stream()
                                .filter(target -> target.level() == Level.TENANT)
                                .toList())
                .scan(tenant);
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.getFirst();
    }
}
