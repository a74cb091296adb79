package io.neomt.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.connections.Residency;
import io.neomt.event.TenantId;
import io.neomt.provisioning.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A worker that serves one region makes no tenant of another. */
class RegionalWorkerTest {

    private final TestPlatform platform = new TestPlatform();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void onlyTheWorkersOfItsRegionTakeUpATenant() {
        TenantId acme = platform.request("acme", TestPlatform.REGION, Duration.ofSeconds(5));

        assertThat(worker("eu-west-1").claim(acme, Instant.now())).isEmpty();
        assertThat(worker("eu-west-1," + TestPlatform.REGION).claim(acme, Instant.now()))
                .isPresent();
    }

    private SqlOperations worker(String regions) {
        return new SqlOperations(
                platform.database(),
                InstantSource.system(),
                UUID::randomUUID,
                "worker of " + regions,
                Duration.ofSeconds(30),
                Residency.of(regions));
    }
}
