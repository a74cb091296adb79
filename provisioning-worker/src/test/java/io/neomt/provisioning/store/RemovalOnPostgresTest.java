package io.neomt.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.TenantId;
import io.neomt.provisioning.TestPlatform;
import io.neomt.provisioning.plan.Place;
import io.neomt.provisioning.plan.StepResult.Outcome;
import io.neomt.provisioning.run.Outcome.GivenUp;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Outcome.Removed;
import io.neomt.provisioning.run.Reports.Report;
import io.neomt.provisioning.run.Schemas;
import io.neomt.provisioning.run.StepFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is taken back of tenants that failed, and what is removed of those that are purged. */
class RemovalOnPostgresTest {

    private final TestPlatform platform = new TestPlatform();
    private final TenantId acme = platform.request("acme", TestPlatform.REGION, Duration.ofMinutes(1));
    private final List<String> looked = new ArrayList<>();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void aTenantIsCalledFailedBeforeAnythingOfItIsTakenBack() {
        Schemas schemas = HookedSchemas.before(
                "make",
                HookedSchemas.before("remove", platform.schemas(), _ -> looked.add(platform.status(acme))),
                _ -> {
                    throw new StepFailedException("denied", false, new IllegalStateException());
                });
        for (int i = 0; i < 4; i++) {
            assertThat(platform.saga("a", schemas).attempt(acme, Instant.now())).isInstanceOf(Interrupted.class);
        }
        assertThat(looked).isEmpty();

        assertThat(platform.saga("a", schemas).attempt(acme, Instant.now())).isEqualTo(new GivenUp("denied"));

        assertThat(looked).containsExactly("failed");
    }

    @Test
    void whatWasTakenBackIsToldHoweverOftenThatGetsLost() {
        Schemas broken = HookedSchemas.before("make", platform.schemas(), _ -> {
            throw new StepFailedException("denied", false, new IllegalStateException());
        });
        for (int i = 0; i < 4; i++) {
            assertThat(platform.saga("a", broken).attempt(acme, Instant.now())).isInstanceOf(Interrupted.class);
        }
        platform.lost = RemovalOnPostgresTest::tellsOfWhatWasTakenBack;
        assertThat(platform.saga("a", broken).attempt(acme, Instant.now())).isEqualTo(new Interrupted("no answer"));
        assertThat(platform.status(acme)).isEqualTo("failed");
        platform.lost = _ -> false;

        assertThat(platform.saga("a", broken).attempt(acme, Instant.now())).isEqualTo(new GivenUp("denied"));

        assertThat(platform.reports)
                .filteredOn(RemovalOnPostgresTest::tellsOfWhatWasTakenBack)
                .hasSize(1);
    }

    private static boolean tellsOfWhatWasTakenBack(Report report) {
        return report.steps().stream().anyMatch(step -> step.outcome() == Outcome.COMPENSATED);
    }

    @Test
    void aPurgeLooksWhereverTheTenantWasPlacedAndIsSaidToBeDoneOnlyAfterIt() {
        platform.register("mars-1", "mars-primary");
        platform.update(
                "UPDATE admin.tenants SET status = 'deleted', purge_requested_at = now(), connection_name = ?",
                TestPlatform.CONNECTION);
        platform.update(
                "INSERT INTO admin.provisioning_places (tenant_id, connection_name) VALUES (?, 'mars-primary')",
                acme.value());
        Schemas broken = HookedSchemas.before("remove", platform.schemas(), place -> {
            throw new StepFailedException("denied", false, new IllegalStateException());
        });
        assertThat(platform.saga("a", broken).attempt(acme, Instant.now())).isEqualTo(new Interrupted("denied"));
        assertThat(platform.status(acme)).isEqualTo("deleted");
        Schemas watched = HookedSchemas.before("remove", platform.schemas(), this::watch);

        assertThat(platform.saga("a", watched).attempt(acme, Instant.now())).isEqualTo(new Removed());

        assertThat(looked).containsExactlyInAnyOrder(TestPlatform.CONNECTION + " deleted", "mars-primary deleted");
        assertThat(platform.status(acme)).isEqualTo("purged");
    }

    private void watch(Place place) {
        looked.add(place.connectionName() + " " + platform.status(acme));
    }
}
