package io.neomt.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.TenantId;
import io.neomt.provisioning.TestPlatform;
import io.neomt.provisioning.plan.Step;
import io.neomt.provisioning.run.Leases;
import io.neomt.provisioning.run.Operations;
import io.neomt.provisioning.run.Operations.Claim;
import io.neomt.provisioning.run.Outcome;
import io.neomt.provisioning.run.Outcome.Done;
import io.neomt.provisioning.run.Outcome.Elsewhere;
import io.neomt.provisioning.run.Outcome.GivenUp;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Reports.Failure;
import io.neomt.provisioning.run.Saga;
import io.neomt.provisioning.run.Schemas;
import io.neomt.testkit.backends.Await;
import io.neomt.view.DatabaseRole;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Steps that take longer than a lease: those of workers that live, and those of workers that slept. */
class LeaseOnPostgresTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    /** A third of it passes until it is renewed. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(3);

    private static final Duration HOUR = Duration.ofHours(1);

    private final TestPlatform platform = new TestPlatform();
    private final AtomicBoolean reachable = new AtomicBoolean(true);
    private final AtomicInteger refusals = new AtomicInteger();
    private final TenantId acme = platform.request("acme", TestPlatform.REGION, Duration.ofMinutes(1));

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void aStepThatTakesLongerThanTheLeaseKeepsItAndNobodyElseMakesTheTenant() {
        Saga slow = worker(SHORT, () -> {
            Instant first = leaseUntil();
            Await.until("another lease", () -> leaseUntil().isAfter(first.plus(SHORT)));
            assertThat(attempt()).isEqualTo(new Elsewhere());
        });

        assertThat(slow.attempt(acme, Instant.now())).isEqualTo(new Done());

        assertThat(platform.count("SELECT epoch FROM admin.provisioning_operations"))
                .isOne();
        assertThat(platform.reports).hasSize(1);
    }

    @Test
    void whatAWorkerLeftIsTakenUpAtTheTimeThatItSaidAndNotWhenItsLeaseWouldHaveEnded() {
        Saga broken = worker(HOUR, () -> {
            throw new IllegalStateException("no");
        });

        assertThat(broken.attempt(acme, Instant.now())).isInstanceOf(Interrupted.class);

        Await.until("another takes it up", () -> attempt().equals(new Done()));
    }

    @Test
    void ofAWorkerThatSleptThroughItsLeaseNothingIsLeftOfATenantThatHasFailedMeanwhile() {
        reachable.set(false);
        Saga asleep = worker(SHORT, () -> {
            Await.until("the end of the lease", () -> leaseUntil().isBefore(Instant.now()));
            giveUp();
        });

        assertThat(asleep.attempt(acme, Instant.now())).isInstanceOf(Interrupted.class);

        assertThat(platform.status(acme)).isEqualTo("failed");
        assertThat(platform.countTenants("SELECT count(*) FROM pg_namespace WHERE nspname = 'tenant_acme'"))
                .isZero();
        assertThat(platform.countTenants(
                        "SELECT count(*) FROM pg_roles WHERE rolname = ?",
                        DatabaseRole.of(acme).value()))
                .isZero();
        assertThat(platform.reports)
                .noneSatisfy(report -> assertThat(report.active()).isPresent());
    }

    @Test
    void whoeverFindsItsLeaseTakenGoesOnWithNothing() {
        Saga robbed = worker(LONG_ENOUGH, () -> {
            platform.update("UPDATE admin.provisioning_operations SET epoch = epoch + 1");
            Await.until("it is refused", () -> refusals.get() > 0);
        });

        assertThat(robbed.attempt(acme, Instant.now())).isInstanceOf(Interrupted.class);

        assertThat(platform.isActive(acme)).isFalse();
    }

    @Test
    void whatWasDoneButNeverSaidToBeIsClosedByWhoeverLooksNext() {
        SqlOperations first = platform.operations("first", Duration.ofMillis(1));
        assertThat(first.claim(acme, Instant.now())).isPresent();
        platform.update(
                "UPDATE admin.tenants SET status = 'active', version = 2, connection_name = ?,"
                        + " template_version = ?, database_role = 'there'",
                TestPlatform.CONNECTION,
                TenantTemplate.SHIPPED.value());
        Await.until(
                "the sweep sees it",
                () -> platform.tenants().waitingFor(Duration.ZERO).contains(acme));

        assertThat(attempt()).isEqualTo(new Elsewhere());

        assertThat(platform.text("SELECT state FROM admin.provisioning_operations"))
                .isEqualTo("done");
        assertThat(platform.tenants().waitingFor(Duration.ZERO)).isEmpty();
    }

    /** Whose end nobody has said is not the operation that comes after it. */
    @Test
    void eachOfWhatIsDoneForATenantIsAnOperationOfItsOwnWhereverAWorkerEnds() {
        leftOpenIn("requested");
        platform.update("UPDATE admin.tenants SET template_version = ?", TenantTemplate.SHIPPED.value());
        leftOpenIn("deprovisioning");
        leftOpenIn("deleted");

        assertThat(platform.text("SELECT string_agg(kind || ' ' || state, ', ' ORDER BY started_at)"
                        + " FROM admin.provisioning_operations"))
                .isEqualTo("provision done, delete done, purge open");
    }

    @Test
    void whoIsDeletedBeforeItWasMadeLeavesAnOperationThatFailed() {
        leftOpenIn("requested");
        leftOpenIn("deprovisioning");
        platform.update("UPDATE admin.tenants SET status = 'requested'");
        leftOpenIn("requested");

        assertThat(platform.text("SELECT string_agg(kind || ' ' || state, ', ' ORDER BY started_at)"
                        + " FROM admin.provisioning_operations"))
                .isEqualTo("provision failed, delete done, provision open");
    }

    /** Somebody claims what there is to do, and ends. */
    private void leftOpenIn(String status) {
        platform.update("UPDATE admin.tenants SET status = ?, purge_requested_at = now()", status);
        platform.update("UPDATE admin.provisioning_operations SET lease_until = now() - interval '1 second'");
        assertThat(platform.operations("of " + status).claim(acme, Instant.now()))
                .isPresent();
    }

    private void giveUp() {
        SqlOperations second = platform.operations("second");
        Claim claim = second.claim(acme, Instant.now()).orElseThrow();
        assertThat(second.place(claim, TestPlatform.CONNECTION)).isTrue();
        platform.update("UPDATE admin.tenants SET status = 'provisioning'");
        assertThat(second.giveUp(claim, List.of(), new Failure(Step.CREATE_SCHEMA, "no")))
                .isPresent();
        assertThat(platform.saga("second").attempt(acme, Instant.now())).isEqualTo(new GivenUp("no"));
    }

    private Saga worker(Duration lease, Runnable meanwhile) {
        SqlOperations operations = platform.operations("slow", lease);
        Schemas schemas = HookedSchemas.before("make", platform.schemas(), _ -> meanwhile.run());
        return platform.saga(schemas, operations, new Leases(renewing(operations), lease, System::nanoTime, "slow"));
    }

    private Operations renewing(Operations real) {
        return (Operations) Proxy.newProxyInstance(
                Operations.class.getClassLoader(), new Class<?>[] {Operations.class}, (proxy, method, args) -> {
                    if (!reachable.get()) {
                        throw new IllegalStateException("the directory does not answer");
                    }
                    boolean mine = real.renew((Claim) args[0]);
                    refusals.addAndGet(mine ? 0 : 1);
                    return mine;
                });
    }

    private Outcome attempt() {
        return platform.saga("second").attempt(acme, Instant.now());
    }

    private Instant leaseUntil() {
        return Instant.parse(
                platform.text("SELECT to_char(lease_until AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                        + " FROM admin.provisioning_operations"));
    }
}
