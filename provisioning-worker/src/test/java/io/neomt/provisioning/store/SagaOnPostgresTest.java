package io.neomt.provisioning.store;

import static io.neomt.provisioning.TestPlatform.CONNECTION;
import static io.neomt.provisioning.TestPlatform.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.TenantId;
import io.neomt.provisioning.TestPlatform;
import io.neomt.provisioning.plan.Place;
import io.neomt.provisioning.plan.Step;
import io.neomt.provisioning.plan.StepResult;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.provisioning.run.Outcome;
import io.neomt.provisioning.run.Outcome.Blocked;
import io.neomt.provisioning.run.Outcome.Done;
import io.neomt.provisioning.run.Outcome.Elsewhere;
import io.neomt.provisioning.run.Outcome.GivenUp;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Outcome.Removed;
import io.neomt.provisioning.run.Outcome.RoleGiven;
import io.neomt.provisioning.run.Reports.Failure;
import io.neomt.provisioning.run.Schemas;
import io.neomt.provisioning.run.StepFailedException;
import io.neomt.provisioning.store.OperationHistory.Operation;
import io.neomt.view.DatabaseRole;
import io.neomt.view.Migrations;
import io.neomt.view.SchemaName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of tenants, by workers on a real database. */
class SagaOnPostgresTest {

    private static final Duration LONG_AGO = Duration.ofMinutes(5);

    private final TestPlatform platform = new TestPlatform();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void aTenantIsMadeWithOneReportAndItsStepsAreRecorded() {
        TenantId acme = request("acme");

        assertThat(attempt("a", acme)).isEqualTo(new Done());

        assertThat(platform.status(acme)).isEqualTo("active");
        assertThat(platform.reports).hasSize(1);
        Operation operation = platform.history().of(acme).operation().orElseThrow();
        assertThat(operation.state()).isEqualTo("done");
        assertThat(operation.steps())
                .extracting(OperationHistory.Step::step)
                .containsExactly("place", "create_schema", "activate");
        assertThat(platform.history().of(acme).databaseRole())
                .isEqualTo(DatabaseRole.of(acme).value());
        assertThat(attempt("b", acme)).isEqualTo(new Elsewhere());
    }

    @Test
    void aTenantWithItsOwnDatabaseTellsBeforeItTakesLong() {
        TenantId acme = platform.request("acme", REGION, "database", LONG_AGO);

        assertThat(attempt("a", acme)).isEqualTo(new Done());

        assertThat(platform.reports).hasSize(2);
        assertThat(platform.reports.getFirst().placement()).isPresent();
        platform.update("UPDATE admin.tenants SET status = 'deleted', purge_requested_at = now()");
        assertThat(attempt("a", acme)).isEqualTo(new Removed());
        assertThat(platform.removed)
                .containsExactly(
                        "database " + DatabaseRole.of(acme) + " on " + CONNECTION,
                        "role " + DatabaseRole.of(acme) + " on " + CONNECTION,
                        "3 keys of the cache");
    }

    @Test
    void aTenantInAnUnknownRegionWaitsAndSaysSoOnceUntilTheRegionIsRegistered() {
        TenantId acme = platform.request("acme", "mars-1", LONG_AGO);

        assertThat(attempt("a", acme)).isInstanceOf(Blocked.class);
        assertThat(attempt("a", acme)).isInstanceOf(Blocked.class);
        assertThat(platform.reports).singleElement().satisfies(report -> {
            assertThat(report.steps())
                    .singleElement()
                    .extracting(StepResult::outcome)
                    .isEqualTo(StepResult.Outcome.WAITING);
            assertThat(report.failed()).isEmpty();
        });
        assertThat(platform.history().of(acme).operation().orElseThrow().reason())
                .contains("mars-1");

        platform.register("mars-1", "mars-primary");
        assertThat(attempt("a", acme)).isEqualTo(new Done());
        assertThat(platform.history().of(acme).connectionName()).isEqualTo("mars-primary");
    }

    @Test
    void anotherWorkerTakesOverOnlyWhenTheLeaseHasEndedAndTheFirstCanWriteNoMore() {
        TenantId acme = request("acme");
        SqlOperations first = platform.operations("first");
        var claim = first.claim(acme, Instant.now()).orElseThrow();

        assertThat(attempt("second", acme)).isEqualTo(new Elsewhere());
        platform.update("UPDATE admin.provisioning_operations SET lease_until = now() - interval '1 second'");
        assertThat(attempt("second", acme)).isEqualTo(new Done());

        assertThat(first.place(claim, CONNECTION)).isFalse();
        first.finish(claim, List.of(), false);
        assertThat(platform.history().of(acme).operation().orElseThrow().state())
                .isEqualTo("done");
        assertThat(platform.count("SELECT count(*) FROM admin.provisioning_operations"))
                .isOne();
    }

    @Test
    void whatPassesIsTriedForAsLongAsItTakes() {
        TenantId acme = request("acme");
        Schemas busy = failing(new StepFailedException("deadlock", true, new IllegalStateException()));

        for (int i = 0; i < 10; i++) {
            assertThat(platform.saga("a", busy).attempt(acme, Instant.now())).isEqualTo(new Interrupted("deadlock"));
        }
        assertThat(attempt("a", acme)).isEqualTo(new Done());
    }

    @Test
    void aTenantIsGivenUpAfterFiveFailuresAndWhatWasMadeIsTakenBackAndItCanBeTriedAgain() {
        TenantId acme = request("acme");
        Schemas broken = failing(new StepFailedException("permission denied", false, new IllegalStateException()));
        platform.schemas().make(new Place(CONNECTION, null), SchemaName.ofSlug("acme"), DatabaseRole.of(acme));

        Outcome last = new Done();
        for (int i = 0; i < 5; i++) {
            assertThat(platform.status(acme)).isNotEqualTo("failed");
            last = platform.saga("a", broken).attempt(acme, Instant.now());
        }

        assertThat(last).isEqualTo(new GivenUp("permission denied"));
        assertThat(platform.status(acme)).isEqualTo("failed");
        assertThat(schemas("tenant_acme")).isZero();
        assertThat(platform.history().of(acme).operation().orElseThrow().steps())
                .extracting(OperationHistory.Step::outcome)
                .endsWith("failed", "compensated");
        assertThat(attempt("a", acme)).isEqualTo(new Elsewhere());

        platform.update("UPDATE admin.tenants SET status = 'requested'");
        assertThat(attempt("b", acme)).isEqualTo(new Done());
    }

    @Test
    void whoeverComesNextTakesBackWhatACrashLeftOfATenantThatWasGivenUp() {
        TenantId acme = request("acme");
        SqlOperations first = platform.operations("first");
        var claim = first.claim(acme, Instant.now()).orElseThrow();
        assertThat(first.place(claim, CONNECTION)).isTrue();
        platform.schemas().make(new Place(CONNECTION, null), SchemaName.ofSlug("acme"), DatabaseRole.of(acme));
        first.giveUp(claim, List.of(), new Failure(Step.CREATE_SCHEMA, "no"));
        platform.update("UPDATE admin.tenants SET status = 'provisioning'");
        platform.update("UPDATE admin.provisioning_operations SET lease_until = now() - interval '1 second'");

        assertThat(platform.tenants().waitingFor(Duration.ofSeconds(3))).containsExactly(acme);
        assertThat(attempt("second", acme)).isEqualTo(new GivenUp("no"));
        assertThat(platform.status(acme)).isEqualTo("failed");
        assertThat(schemas("tenant_acme")).isZero();
    }

    @Test
    void aTenantIsTakenOutOfUseAndThenRemovedWholly() {
        TenantId acme = request("acme");
        attempt("a", acme);
        platform.update("UPDATE admin.tenants SET status = 'deprovisioning'");

        assertThat(attempt("a", acme)).isEqualTo(new Removed());
        assertThat(platform.status(acme)).isEqualTo("deleted");
        assertThat(schemas("tenant_acme")).isOne();
        assertThat(platform.tenants().waitingFor(Duration.ZERO)).isEmpty();

        platform.update("UPDATE admin.tenants SET purge_requested_at = now()");
        assertThat(platform.tenants().waitingFor(Duration.ZERO)).containsExactly(acme);
        assertThat(attempt("a", acme)).isEqualTo(new Removed());
        assertThat(platform.status(acme)).isEqualTo("purged");
        assertThat(schemas("tenant_acme")).isZero();
        assertThat(platform.removed).hasSize(3).first().asString().isEqualTo("schema tenant_acme on " + CONNECTION);
        assertThat(attempt("a", acme)).isEqualTo(new Elsewhere());
    }

    @Test
    void tenantsFromBeforeGetTheirRoleAndKeepTheirVersionAndTheirRows() {
        TenantId acme = request("acme");
        platform.updateTenants("CREATE SCHEMA tenant_acme");
        Flyway.configure()
                .dataSource(platform.connections().pool(CONNECTION))
                .schemas("tenant_acme")
                .locations("classpath:" + Migrations.TENANT.folder())
                .target("1")
                .load()
                .migrate();
        platform.updateTenants("INSERT INTO tenant_acme.projection_position VALUES ('tenantschema', 7, now())");
        platform.update(
                "UPDATE admin.tenants SET status = 'active', connection_name = ?, template_version = '1'", CONNECTION);

        assertThat(platform.tenants().withoutRole()).containsExactly(acme);
        assertThat(attempt("a", acme)).isEqualTo(new RoleGiven());

        assertThat(platform.tenants().withoutRole()).isEmpty();
        assertThat(platform.schemas().version(new Place(CONNECTION, null), SchemaName.ofSlug("acme")))
                .contains(new TemplateVersion("1"));
        assertThat(platform.countTenants("SELECT position FROM tenant_acme.projection_position"))
                .isEqualTo(7);
        assertThat(platform.history().of(acme).databaseRole())
                .isEqualTo(DatabaseRole.of(acme).value());
    }

    @Test
    void manyWorkersAtOnceMakeEachTenantOnce() throws Exception {
        List<TenantId> tenants = List.of(request("one"), request("two"), request("three"));
        List<Callable<Outcome>> attempts = IntStream.range(0, 12)
                .mapToObj(i -> (Callable<Outcome>) () -> attempt("w" + i, tenants.get(i % 3)))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Outcome> outcome : threads.invokeAll(attempts)) {
                assertThat(outcome.get()).isInstanceOfAny(Done.class, Elsewhere.class);
            }
        }
        assertThat(platform.count("SELECT count(*) FROM admin.tenants WHERE status = 'active'"))
                .isEqualTo(3);
        assertThat(platform.reports).hasSize(3);
        assertThat(schemas("tenant_%")).isEqualTo(3);
    }

    @Test
    void theSweepSeesWhoHasWaitedLongEnoughTheOldestFirst() {
        TenantId second = platform.request("second", REGION, Duration.ofSeconds(10));
        TenantId first = platform.request("first", REGION, Duration.ofSeconds(20));
        platform.request("too-new", REGION, Duration.ofSeconds(1));
        attempt("a", platform.request("done", REGION, Duration.ofSeconds(30)));

        assertThat(platform.tenants().waitingFor(Duration.ofSeconds(3))).containsExactly(first, second);
    }

    private TenantId request(String slug) {
        return platform.request(slug, REGION, LONG_AGO);
    }

    private Outcome attempt(String worker, TenantId tenant) {
        return platform.saga(worker).attempt(tenant, Instant.now());
    }

    private long schemas(String like) {
        return platform.countTenants("SELECT count(*) FROM pg_namespace WHERE nspname LIKE ?", like);
    }

    /** The real ones, but for making schemas, which breaks. */
    private Schemas failing(RuntimeException failure) {
        return HookedSchemas.before("make", platform.schemas(), _ -> {
            throw failure;
        });
    }
}
