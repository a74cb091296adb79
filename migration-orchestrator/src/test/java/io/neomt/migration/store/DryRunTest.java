package io.neomt.migration.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.dryrun.Report;
import io.neomt.migration.plan.dryrun.Report.Lock;
import io.neomt.migration.plan.dryrun.Report.Sample;
import io.neomt.migration.plan.dryrun.Report.Step;
import io.neomt.migration.plan.dryrun.Report.Where;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.plan.fleet.Policy;
import io.neomt.migration.plan.lint.Finding;
import io.neomt.migration.plan.lint.Linter;
import io.neomt.migration.plan.lint.Linting;
import io.neomt.migration.run.RunPlan;
import io.neomt.migration.sql.SqlParser;
import io.neomt.migration.store.dryrun.DryRuns;
import io.neomt.migration.store.script.ScriptReader;
import io.neomt.view.Migrations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {

    private static final String NEWEST = Migrations.TENANT.requiredVersion();

    private static final Policy POLICY = new Policy(List.of(), 1, List.of(100), 2, 3, 4, 0);

    /** Whatever a migration could leave: files of relations, columns, rows of histories, schemas. */
    private static final String EVERYTHING = """
            SELECT hashtextextended(string_agg(line, E'\\n' ORDER BY line COLLATE "C"), 0) FROM (
              SELECT concat_ws(' ', oid, relnamespace, relname, relfilenode, relnatts, relchecks) AS line FROM pg_class
              WHERE relnamespace <> 'pg_toast'::regnamespace
              UNION ALL SELECT nspname FROM pg_namespace
              UNION ALL SELECT concat_ws(' ', id, template_version) FROM admin.tenants
              UNION ALL SELECT concat_ws(' ', 'run', id) FROM admin.migration_runs
              UNION ALL SELECT concat_ws(' ', 't1', installed_rank, version) FROM tenant_t001.flyway_schema_history
              UNION ALL SELECT concat_ws(' ', 'user', id) FROM tenant_t001.users) lines""";

    @TempDir
    private Path folder;

    private Fleet fleet;

    @BeforeEach
    void start() {
        fleet = new Fleet(folder, 3);
    }

    @AfterEach
    void stop() {
        fleet.close();
    }

    /** The prepared bad migration: an index that locks, a type that rewrites, beside something harmless. */
    @Test
    void theBadIsNamedWithItsSafeFormAndNothingStays() {
        fleet.database().execute("""
                INSERT INTO tenant_t001.users (id, username, display_name, external_id, status, version, created_at, updated_at)
                SELECT gen_random_uuid(), 'u' || n, 'U', 'u' || n, 'active', 1, now(), now()
                FROM generate_series(1, 500) n""");
        fleet.script("V101__fine.sql", "CREATE TABLE notes (id bigint); ALTER TABLE users ADD COLUMN note text");
        fleet.script("V102__bad.sql", """
                CREATE INDEX users_note ON users (note);
                ALTER TABLE users ALTER COLUMN version TYPE numeric;
                UPDATE users SET note = 'x'""");
        long before = fleet.count(EVERYTHING);

        Report report = report();

        assertThat(fleet.count(EVERYTHING)).isEqualTo(before);
        assertThat(report.passed()).isTrue();
        assertThat(report.schemas()).isEqualTo(3);
        Sample sample = only(report.samples());
        assertThat(sample.schemas()).isEqualTo(3);
        assertThat(sample.from()).isEqualTo(NEWEST);
        List<Step> bad = sample.scripts().getLast().statements();
        assertThat(bad.get(0).locks()).singleElement().satisfies(lock -> {
            assertThat(lock.relation()).isEqualTo("users");
            assertThat(lock.mode()).isEqualTo("ShareLock");
            assertThat(lock.blocks()).isEqualTo("writes");
            assertThat(lock.bytes()).isPositive();
        });
        assertThat(bad.get(1).rewrites()).extracting(Report.Rewrite::relation).contains("users", "users_pkey");
        assertThat(bad.get(1).millis()).isPositive();
        assertThat(bad.get(2).rows()).isEqualTo(500);
        assertThat(sample.scripts().getFirst().statements())
                .allSatisfy(step -> assertThat(step.rewrites()).isEmpty());
        assertThat(sample.scripts().getFirst().statements().get(1).locks())
                .extracting(Lock::mode, Lock::blocks)
                .containsExactly(tuple("AccessExclusiveLock", "reads and writes"));
        assertThat(report.findings())
                .extracting(Finding::rule, Finding::line)
                .containsExactly(tuple("index-locks-writes", 1), tuple("type-change", 2), tuple("all-rows", 3));
        assertThat(report.findings().getFirst().safeForm()).contains("CONCURRENTLY");
    }

    @Test
    void whatFailsIsNamedWithItsStatementAndTheRestIsNotRun() {
        fleet.script("V101__fails.sql", "CREATE TABLE a (id bigint);\nCREATE TABLE users (id bigint); SELECT 1");
        fleet.script("V102__after.sql", "CREATE TABLE b (id bigint)");

        Report report = report();

        assertThat(report.passed()).isFalse();
        Sample sample = only(report.samples());
        Step failed = sample.scripts().getFirst().statements().getLast();
        assertThat(failed.line()).isEqualTo(2);
        assertThat(failed.error())
                .satisfies(error -> assertThat(error.sqlstate()).isEqualTo("42P07"));
        assertThat(sample.scripts().getLast().where()).isEqualTo(Where.NOT_RUN);
        assertThat(fleet.having("a")).isZero();
    }

    @Test
    void whatCannotRunInATransactionRunsInACloneAndEachVersionHasOneSample() {
        fleet.script("V101__one.sql", "CREATE TABLE notes (id bigint, body text)");
        fleet.script("V102__two.sql", "CREATE INDEX CONCURRENTLY notes_body ON notes (body)");
        fleet.script("V103__three.sql", "ALTER TABLE notes ADD COLUMN more text");
        fleet.database().execute("UPDATE admin.tenants SET template_version = '3' WHERE slug = 't003'");
        fleet.database().execute("DELETE FROM tenant_t003.flyway_schema_history WHERE version = '4'");
        fleet.database().execute("UPDATE tenant_t002.flyway_schema_history SET checksum = 7 WHERE version = '4'");
        fleet.database().execute("UPDATE admin.tenants SET template_version = '3' WHERE slug = 't002'");
        long before = fleet.count(EVERYTHING);

        Report report = report();

        assertThat(fleet.count(EVERYTHING)).isEqualTo(before);
        assertThat(report.samples())
                .extracting(Sample::schema, Sample::from, Sample::schemas)
                .containsExactlyInAnyOrder(tuple("tenant_t001", NEWEST, 1), tuple("tenant_t002", "3", 2));
        Sample first = report.samples().stream()
                .filter(sample -> sample.schema().equals("tenant_t001"))
                .findFirst()
                .orElseThrow();
        assertThat(first.scripts())
                .extracting(Report.Tried::where)
                .containsExactly(Where.ROLLED_BACK, Where.CLONE, Where.CLONE);
        assertThat(first.passed()).isTrue();
        assertThat(report.samples())
                .filteredOn(sample -> sample.refused() != null)
                .singleElement()
                .satisfies(sample -> assertThat(sample.refused()).contains("V4__audit_log.sql"));
        assertThat(report.passed()).isFalse();
    }

    private Report report() {
        ScriptReader reader = new ScriptReader(Optional.of(folder));
        List<Script> scripts =
                reader.read(Migrations.TENANT, fleet.database().database().pool());
        Map<Level, List<Script>> catalog = Map.of(Level.TENANT, scripts);
        RunPlan plan = fleet.plan(POLICY).orElseThrow();
        return new DryRuns(
                        _ -> fleet.database().database().pool(),
                        () -> catalog,
                        new Linting(() -> catalog, new Linter(SqlParser::parse)),
                        new DryRuns.Limits(Duration.ofSeconds(2), Duration.ofSeconds(30)))
                .report(plan);
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.getFirst();
    }
}
