package io.neomt.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.connections.Residency;
import io.neomt.event.TenantId;
import io.neomt.provisioning.TestPlatform;
import io.neomt.provisioning.plan.RegisteredConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A worker that serves one region leaves all that is another's to the workers of that one. */
class RegionalWorkerTest {

    private static final String ELSEWHERE = "eu-west-1";

    private final TestPlatform platform = new TestPlatform();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void onlyTheWorkersOfItsRegionTakeUpATenant() {
        TenantId acme = platform.request("acme", TestPlatform.REGION, Duration.ofSeconds(5));

        assertThat(worker(ELSEWHERE).claim(acme, Instant.now())).isEmpty();
        assertThat(worker(ELSEWHERE + "," + TestPlatform.REGION).claim(acme, Instant.now()))
                .isPresent();
    }

    @Test
    void onlyTheWorkersOfItsRegionLookForATenantThatWaits() {
        TenantId acme = platform.request("acme", TestPlatform.REGION, Duration.ofSeconds(5));

        assertThat(tenants(ELSEWHERE).waitingFor(Duration.ofSeconds(3))).isEmpty();
        assertThat(tenants(TestPlatform.REGION).waitingFor(Duration.ofSeconds(3)))
                .containsExactly(acme);
    }

    @Test
    void onlyTheWorkersOfItsRegionKeepATenantUpToDate() {
        TenantId acme = platform.request("acme", TestPlatform.REGION, Duration.ofSeconds(5));
        platform.saga("any").attempt(acme, Instant.now());
        platform.update("UPDATE admin.tenants SET database_role = NULL");

        assertThat(tenants(ELSEWHERE).withoutRole()).isEmpty();
        assertThat(tenants(ELSEWHERE).placement(acme))
                .as("what upkeep works on")
                .isEmpty();
        assertThat(tenants(TestPlatform.REGION).withoutRole()).containsExactly(acme);
        assertThat(tenants(TestPlatform.REGION).placement(acme)).isPresent();
    }

    @Test
    void tenantsArePlacedAndStockIsKeptOnlyOnConnectionsOfItsRegions() {
        platform.register(ELSEWHERE, "eu-primary");

        assertThat(tenants(ELSEWHERE).connections())
                .extracting(RegisteredConnection::name)
                .containsExactly("eu-primary");
        assertThat(new PostgresStock(platform.connections(), tenants(ELSEWHERE), platform.snapshots()).connections())
                .containsExactly("eu-primary");
    }

    private AdminTenants tenants(String regions) {
        return platform.tenants(Residency.of(regions));
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
