package io.neomt.commons.connections;

import static io.neomt.commons.connections.RegisteredDatabases.EU;
import static io.neomt.commons.connections.RegisteredDatabases.EU_CONNECTION;
import static io.neomt.commons.connections.RegisteredDatabases.US;
import static io.neomt.commons.connections.RegisteredDatabases.US_CONNECTION;
import static io.neomt.commons.connections.RegisteredDatabases.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.neomt.testkit.backends.Await;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What pools do when their rows change, while the process goes on. */
class RegistryChangesTest {

    private final RegisteredDatabases registry = new RegisteredDatabases();
    private final Connections connections = registry.connections();

    @AfterEach
    void close() {
        connections.close();
        registry.close();
    }

    @Test
    void aChangedRowGetsANewPoolWithinMomentsAndTheOldOneFinishesItsWork() throws SQLException {
        HikariDataSource before = connections.pool(US_CONNECTION);
        Connection busy = before.getConnection();
        registry.execute(
                "UPDATE admin.database_connections SET pool_max_size = 3 WHERE connection_name = ?", US_CONNECTION);

        Await.until("another pool", () -> connections.pool(US_CONNECTION) != before);

        assertThat(connections.pool(US_CONNECTION).getMaximumPoolSize()).isEqualTo(3);
        assertThat(busy.isValid(1)).isTrue();
        assertThat(before.isClosed()).isFalse();
        busy.close();
        Await.until("the old pool's end", before::isClosed);
    }

    @Test
    void aConnectionThatIsSwitchedOffIsRefusedAndTakenUpAgainAfterwards() {
        connections.pool(US_CONNECTION);
        registry.execute(
                "UPDATE admin.database_connections SET is_active = false WHERE connection_name = ?", US_CONNECTION);
        connections.refresh();
        assertThatThrownBy(() -> connections.pool(US_CONNECTION)).isInstanceOf(UnknownConnectionException.class);

        registry.execute(
                "UPDATE admin.database_connections SET is_active = true WHERE connection_name = ?", US_CONNECTION);
        assertThat(connections.pool(US_CONNECTION).isClosed()).isFalse();
    }

    @Test
    void nothingIsOpenedBeforeItIsUsedAndWhatNobodyUsesIsClosed() {
        try (Connections brief = registry.connections(Residency.EVERYWHERE, new PoolBudget(100), Duration.ofNanos(1))) {
            assertThat(registry.opened).isEmpty();
            HikariDataSource pool = brief.pool(US_CONNECTION);
            assertThat(registry.opened).containsExactly(US_CONNECTION);

            brief.refresh();

            assertThat(brief.pool(US_CONNECTION)).isNotSameAs(pool);
        }
    }

    @Test
    void allPoolsTogetherStayWithinTheBudgetOfTheProcess() {
        PoolBudget budget = new PoolBudget(12);
        try (Connections bounded = registry.connections(Residency.EVERYWHERE, budget, Duration.ofMinutes(1))) {
            HikariDataSource us = bounded.pool(US_CONNECTION);
            assertThat(us.getMaximumPoolSize()).isEqualTo(12);

            HikariDataSource eu = bounded.pool(EU_CONNECTION);

            assertThat(us.getMaximumPoolSize() + eu.getMaximumPoolSize()).isLessThanOrEqualTo(12);
        }
    }

    @Test
    void whereNoConnectionIsLeftTheIdlestPoolMakesWayAndABusyOneDoesNot() throws SQLException {
        try (Connections bounded =
                registry.connections(Residency.EVERYWHERE, new PoolBudget(1), Duration.ofMinutes(1))) {
            try (Connection busy = bounded.pool(US_CONNECTION).getConnection()) {
                assertThat(busy.isValid(1)).isTrue();
                assertThatThrownBy(() -> bounded.pool(EU_CONNECTION)).isInstanceOf(DatabaseUnavailableException.class);
            }
            try (Connection other = bounded.pool(EU_CONNECTION).getConnection()) {
                assertThat(other.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void listsAreReadFromAReplicaAsLongAsItIsCloseEnoughAndWasAskedLately() {
        cluster();
        registry.execute("UPDATE admin.database_connections SET connection_type = 'replica', in_recovery = true,"
                + " replay_lag_ms = 100, last_health_check = now(), pool_max_size = 4"
                + " WHERE connection_name = 'us-standby'");
        assertThat(connections.target(reading()).name()).isEqualTo("us-standby");
        assertThat(connections.target(writing()).name()).isEqualTo(US_CONNECTION);

        registry.execute(
                "UPDATE admin.database_connections SET replay_lag_ms = 101 WHERE connection_name = 'us-standby'");
        connections.refresh();
        assertThat(connections.target(reading()).name()).isEqualTo(US_CONNECTION);

        registry.execute("UPDATE admin.database_connections SET replay_lag_ms = 0,"
                + " last_health_check = now() - interval '1 minute' WHERE connection_name = 'us-standby'");
        connections.refresh();
        assertThat(connections.target(reading()).name()).isEqualTo(US_CONNECTION);
    }

    private static PoolKey reading() {
        return new PoolKey(US_CONNECTION, null, true);
    }

    private static PoolKey writing() {
        return new PoolKey(US_CONNECTION, null, false);
    }

    /** Of the primary and a standby of another name. */
    private void cluster() {
        registry.register("us-standby", US);
        registry.execute(
                "INSERT INTO admin.database_clusters (name, region_id, writer, epoch)"
                        + " SELECT 'us', id, ?, 1 FROM admin.regions WHERE code = ?",
                US_CONNECTION,
                US);
        registry.execute(
                "UPDATE admin.database_connections SET cluster_name = 'us' WHERE connection_name IN (?, 'us-standby')",
                US_CONNECTION);
    }

    @Test
    void aClusterIsWrittenWhereItsWriterIsByWhateverMemberTenantsNameIt() {
        cluster();
        HikariDataSource before = connections.pool(US_CONNECTION);

        registry.execute(
                "UPDATE admin.database_connections SET is_active = false, disabled_by = 'fenced' WHERE connection_name = ?",
                US_CONNECTION);
        connections.refresh();
        assertThatThrownBy(() -> connections.pool(US_CONNECTION)).isInstanceOf(UnknownConnectionException.class);
        registry.execute("UPDATE admin.database_clusters SET writer = 'us-standby', epoch = 2");

        assertThat(connections.pool(US_CONNECTION)).isNotSameAs(before);
    }

    /** By then, and not before, the successor of a writer that failed may be accepted. */
    @Test
    void aWriterThatNobodyCanConfirmIsUsedForFiveSecondsAndNoLongerAndOneThatStandsAloneGoesOn() {
        cluster();
        Tenant clustered = tenant(US, US_CONNECTION);
        Tenant alone = tenant(EU, EU_CONNECTION);
        assertThat(answers(clustered)).isTrue();
        assertThat(answers(alone)).isTrue();

        long since = System.nanoTime();
        registry.away();
        Await.until("the writer is not believed in any more", () -> !answers(clustered));
        Duration believed = Duration.ofNanos(System.nanoTime() - since);
        assertThat(believed)
                .isBetween(Connections.CONFIRMED_FOR.minusSeconds(2), Connections.CONFIRMED_FOR.plusSeconds(3));
        assertThat(answers(alone)).isTrue();

        registry.back();
        Await.until("the writer is used again", () -> answers(clustered));
    }

    private boolean answers(Tenant tenant) {
        try {
            return connections.forTenant(tenant).<Integer>read(dsl -> 1) == 1;
        } catch (DatabaseUnavailableException e) {
            return false;
        }
    }

    @Test
    void whoeverServesOneRegionReachesNoOther() {
        try (Connections european = registry.connections(Residency.of(EU), new PoolBudget(9), Duration.ofMinutes(1))) {
            assertThat(european.pool(EU_CONNECTION).isClosed()).isFalse();
            assertThatThrownBy(() -> european.pool(US_CONNECTION)).isInstanceOf(OutsideRegionException.class);
            assertThatThrownBy(() -> european.forTenant(tenant(US, US_CONNECTION)))
                    .isInstanceOf(OutsideRegionException.class)
                    .hasMessageContaining("not served here");
        }
    }

    @Test
    void aTenantIsNeverReachedThroughAConnectionOfAnotherRegion() {
        assertThatThrownBy(() -> connections.forTenant(tenant(EU, US_CONNECTION)))
                .isInstanceOf(OutsideRegionException.class)
                .hasMessageContaining("leads out of it");
        assertThat(connections.forTenant(tenant(EU, EU_CONNECTION)).<Integer>read(dsl -> 1))
                .isEqualTo(1);
    }
}
