package io.neomt.migration.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.migration.plan.fleet.Policy;
import io.neomt.migration.plan.fleet.RunState;
import io.neomt.migration.run.Pace;
import io.neomt.migration.run.RunPlan;
import io.neomt.migration.run.Runs.SchemaTakenException;
import io.neomt.testkit.backends.Await;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Runs over a small fleet on a real database; each test brings versions of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FleetRunTest {

    private static final int TENANTS = 24;
    private static final Policy CAREFUL = new Policy(List.of(), 2, List.of(25, 100), 2, 3, 4, 0);

    private static final String WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'relation'"
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private Fleet fleet;
    private int version = 100;

    @BeforeAll
    void start(@TempDir Path folder) {
        fleet = new Fleet(folder, TENANTS);
    }

    @AfterAll
    void stop() {
        fleet.close();
    }

    @Test
    void threeScriptsReachEveryTenantInWaves() throws Exception {
        fleet.script(next("one"), "CREATE TABLE one (id bigint)");
        fleet.script(next("two"), "ALTER TABLE one ADD COLUMN two text");
        String last = next("three");
        fleet.script(last, "CREATE TABLE three (id bigint)");
        UUID run = begun();

        fleet.conductor("a").work();

        assertThat(fleet.having("three")).isEqualTo(TENANTS);
        assertThat(fleet.applied(String.valueOf(version))).containsOnly(1L);
        RunReader.Run ended = fleet.run(run);
        assertThat(ended.state()).isEqualTo(RunState.DONE.text());
        assertThat(ended.waves()).extracting(RunReader.WaveState::size).containsExactly(2, 6, 16);
        assertThat(ended.waves()).allMatch(wave -> wave.done() == wave.size());
        assertThat(fleet.count("SELECT count(*) FROM admin.tenants WHERE template_version = '" + version + "'"))
                .isEqualTo(TENANTS);
        assertThat(fleet.plan(CAREFUL)).isEmpty();
    }

    @Test
    void workersRestAfterEachSchema() throws Exception {
        fleet.script(next("rested"), "CREATE TABLE rested (id bigint)");
        UUID run = begun();
        Queue<Duration> rests = new ConcurrentLinkedQueue<>();

        fleet.conductor("a", new Pace(0.5, rests::add)).work();

        assertThat(fleet.run(run).state()).isEqualTo(RunState.DONE.text());
        assertThat(rests).hasSize(TENANTS).allMatch(Duration::isPositive);
    }

    @Test
    void aConflictAmongTheCanariesStopsTheRunThatGoesOnWhenItIsRepaired() throws Exception {
        fleet.script(next("taken"), "CREATE TABLE taken (id bigint)");
        RunPlan plan = fleet.plan(CAREFUL).orElseThrow();
        String canary = plan.waves().getFirst().targets().getFirst().schema();
        fleet.database().execute("CREATE TABLE " + canary + ".taken (other text)");
        fleet.runs("a").begin(plan);

        fleet.conductor("a").work();

        RunReader.Run stopped = fleet.run(plan.id());
        assertThat(stopped.state()).isEqualTo(RunState.STOPPED.text());
        assertThat(stopped.failures()).singleElement().satisfies(failed -> {
            assertThat(failed.schema()).isEqualTo(canary);
            assertThat(failed.sqlstate()).isEqualTo("42P07");
            assertThat(failed.error()).contains("taken");
        });
        // the canaries alone were touched: the one with the conflict, and perhaps the other
        assertThat(fleet.having("taken")).isLessThanOrEqualTo(2);

        fleet.database().execute("DROP TABLE " + canary + ".taken");
        anHourPasses(plan.id());
        assertThat(new RunControl(fleet.database().database()).resume(plan.id()).changed())
                .isTrue();
        fleet.conductor("b").work();

        assertThat(fleet.run(plan.id()).state()).isEqualTo(RunState.DONE.text());
        assertThat(fleet.having("taken")).isEqualTo(TENANTS);
        assertThat(fleet.run(plan.id()).rate())
                .as("an hour in which nothing was to be done makes no run slow")
                .isGreaterThan(1);
    }

    private void anHourPasses(UUID run) {
        fleet.database()
                .execute("UPDATE admin.migration_runs SET created_at = created_at - interval '1 hour' WHERE id = '"
                        + run + "'");
        fleet.database()
                .execute("UPDATE admin.migration_targets SET finished_at = finished_at - interval '1 hour'"
                        + " WHERE run_id = '" + run + "'");
    }

    @Test
    void aTenantThatIsPurgedMeanwhileKeepsNoRunFromItsEnd() throws Exception {
        fleet.addTenant(TENANTS + 1);
        fleet.script(next("purged"), "CREATE TABLE purged (id bigint)");
        RunPlan plan = fleet.plan(CAREFUL).orElseThrow();
        fleet.runs("a").begin(plan);
        fleet.database().execute("DROP SCHEMA " + Fleet.schema(TENANTS + 1) + " CASCADE");
        fleet.conductor("a").work();
        assertThat(fleet.run(plan.id()).state()).isEqualTo(RunState.STOPPED.text());

        fleet.database()
                .execute("UPDATE admin.tenants SET status = 'purged' WHERE schema_name = '" + Fleet.schema(TENANTS + 1)
                        + "'");
        assertThat(new RunControl(fleet.database().database()).resume(plan.id()).changed())
                .isTrue();
        fleet.conductor("a").work();

        assertThat(fleet.run(plan.id()).state()).isEqualTo(RunState.DONE.text());
        assertThat(fleet.having("purged")).isEqualTo(TENANTS);
    }

    @Test
    void aServerThatStaysLostStopsTheRunAndIsNamedUntilItIsBack() throws Exception {
        fleet.script(next("survivor"), "CREATE TABLE survivor (id bigint)");
        fleet.database().execute("UPDATE admin.tenants SET connection_name = 'other' WHERE slug > 't012'");
        UUID run = begun();
        AtomicInteger until = new AtomicInteger(3);

        fleet.hasty(
                        "a",
                        target -> target.connection().equals(Fleet.OTHER) && until.getAndDecrement() <= 0
                                ? nowhere()
                                : fleet.database().database().pool())
                .work();

        RunReader.Run stopped = fleet.run(run);
        assertThat(stopped.state()).isEqualTo(RunState.STOPPED.text());
        assertThat(stopped.failures()).isNotEmpty().allSatisfy(failed -> {
            assertThat(failed.connection()).isEqualTo(Fleet.OTHER);
            assertThat(failed.sqlstate()).isEqualTo("08001");
        });
        assertThat(fleet.count("SELECT count(*) FROM admin.migration_targets WHERE run_id = '" + run
                        + "' AND state = 'failed' AND connection_name <> 'other'"))
                .isZero();

        assertThat(new RunControl(fleet.database().database()).resume(run).changed())
                .isTrue();
        fleet.conductor("b").work();
        assertThat(fleet.run(run).state()).isEqualTo(RunState.DONE.text());
        assertThat(fleet.having("survivor")).isEqualTo(TENANTS);
        assertThat(fleet.applied(String.valueOf(version))).containsOnly(1L);
        fleet.database().execute("UPDATE admin.tenants SET connection_name = 'db'");
    }

    /** Where nobody listens. */
    private static DataSource nowhere() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:1/none");
        return source;
    }

    /** As long as somebody holds what the script needs, it is tried again and keeps nobody else waiting for long. */
    @Test
    void aLockThatIsNotHadIsTriedForAgain() throws Exception {
        fleet.script(next("locked"), "ALTER TABLE users ADD COLUMN locked text");
        RunPlan plan = fleet.plan(CAREFUL).orElseThrow();
        String canary = plan.waves().getFirst().targets().getFirst().schema();
        fleet.runs("a").begin(plan);
        try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
            Future<Void> working;
            try (Connection other = fleet.database().database().pool().getConnection();
                    Statement holding = other.createStatement()) {
                holding.execute("LOCK TABLE " + canary + ".users IN ACCESS SHARE MODE");
                working = worker.submit(worker("a"));
                Await.until("it waits for the lock", () -> fleet.count(WAITING) > 0);
                Await.until("it waits no longer", () -> fleet.count(WAITING) == 0);
                other.rollback();
            }
            working.get();
        }
        assertThat(fleet.run(plan.id()).state()).isEqualTo(RunState.DONE.text());
        assertThat(fleet.count("SELECT attempts FROM admin.migration_targets WHERE schema_name = '" + canary
                        + "' AND run_id = '" + plan.id() + "'"))
                .isGreaterThan(1);
    }

    @Test
    void aSchemaIsInOneRunAtATime() throws Exception {
        fleet.script(next("held"), "CREATE TABLE held (id bigint)");
        UUID first = begun();
        assertThat(new RunControl(fleet.database().database()).pause(first).changed())
                .isTrue();
        fleet.conductor("a").work();
        assertThat(fleet.having("held")).isZero();

        RunPlan second = fleet.plan(CAREFUL).orElseThrow();
        assertThatThrownBy(() -> fleet.runs("b").begin(second))
                .isInstanceOfSatisfying(SchemaTakenException.class, taken -> assertThat(taken.run())
                        .contains(first));

        assertThat(new RunControl(fleet.database().database()).abort(first).changed())
                .isTrue();
        fleet.runs("b").begin(fleet.plan(CAREFUL).orElseThrow());
        fleet.conductor("b").work();
        assertThat(fleet.having("held")).isEqualTo(TENANTS);
    }

    /** The first is cut off in the middle of a wave; the second takes the run over when its lease has ended. */
    @Test
    void whatOneOrchestratorHasBegunAnotherEndsAndNothingIsDoneTwice() throws Exception {
        fleet.script(next("handed"), "CREATE TABLE handed (id bigint); SELECT pg_sleep(0.05)");
        UUID run = begun();
        try (ExecutorService first = Executors.newSingleThreadExecutor()) {
            Future<?> cut = first.submit(() -> {
                fleet.conductor("a").work();
                return null;
            });
            while (fleet.having("handed") < 3) {
                Thread.onSpinWait();
            }
            cut.cancel(true);
        }
        while (!fleet.run(run).state().equals(RunState.DONE.text())) {
            fleet.conductor("b").work();
        }
        assertThat(fleet.having("handed")).isEqualTo(TENANTS);
        assertThat(fleet.applied(String.valueOf(version))).containsOnly(1L);
    }

    @Test
    void twoOrchestratorsAtOnceMigrateEachSchemaOnce() throws Exception {
        fleet.script(next("raced"), "CREATE TABLE raced (id bigint)");
        UUID run = begun();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (Future<?> each : both.invokeAll(List.of(worker("a"), worker("b")))) {
                each.get();
            }
        }
        assertThat(fleet.run(run).state()).isEqualTo(RunState.DONE.text());
        assertThat(fleet.applied(String.valueOf(version))).containsOnly(1L);
    }

    private java.util.concurrent.Callable<Void> worker(String owner) {
        return () -> {
            fleet.conductor(owner).work();
            return null;
        };
    }

    private UUID begun() {
        RunPlan plan = fleet.plan(CAREFUL).orElseThrow();
        fleet.runs("a").begin(plan);
        return plan.id();
    }

    private String next(String name) {
        version++;
        return "V" + version + "__" + name + ".sql";
    }
}
