package io.neomt.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.TenantId;
import io.neomt.provisioning.TestPlatform;
import io.neomt.provisioning.run.Outcome;
import io.neomt.provisioning.run.Outcome.Done;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Schemas;
import io.neomt.provisioning.run.StepFailedException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one attempt to make a tenant leaves for the next. */
class AttemptsOnPostgresTest {

    private final TestPlatform platform = new TestPlatform();
    private final TenantId acme = platform.request("acme", TestPlatform.REGION, Duration.ofMinutes(1));

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void whatPassesCountsForNothingWhenSomethingElseFails() {
        for (int i = 0; i < 6; i++) {
            assertThat(attempt(failing(true))).isInstanceOf(Interrupted.class);
        }

        assertThat(attempt(failing(false))).isInstanceOf(Interrupted.class);

        assertThat(platform.status(acme)).isNotEqualTo("failed");
    }

    @Test
    void whereATenantWasPutItStaysAndIsLookedForAlthoughAnotherDatabaseIsEmptier() {
        assertThat(attempt(failing(true))).isInstanceOf(Interrupted.class);
        assertThat(platform.text("SELECT connection_name FROM admin.provisioning_places"))
                .isEqualTo(TestPlatform.CONNECTION);
        platform.register("mars-1", "emptier");
        platform.update(
                "UPDATE admin.database_connections SET region_id = (SELECT id FROM admin.regions WHERE code = ?)"
                        + " WHERE connection_name = 'emptier'",
                TestPlatform.REGION);

        assertThat(attempt(platform.schemas())).isEqualTo(new Done());

        assertThat(platform.history().of(acme).connectionName()).isEqualTo(TestPlatform.CONNECTION);
    }

    private Outcome attempt(Schemas schemas) {
        return platform.saga("a", schemas).attempt(acme, Instant.now());
    }

    private Schemas failing(boolean passing) {
        return HookedSchemas.before("make", platform.schemas(), _ -> {
            throw new StepFailedException("no", passing, new IllegalStateException());
        });
    }
}
