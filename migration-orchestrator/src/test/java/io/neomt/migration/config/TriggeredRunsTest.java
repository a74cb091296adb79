package io.neomt.migration.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.deploy.embedded.StackSeed;
import io.neomt.testkit.backends.Await;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs that nobody asks for by hand, by an orchestrator as it is started. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TriggeredRunsTest {

    private static final UUID T1 = new UUID(9, 1);
    private static final UUID T2 = new UUID(9, 2);

    private RunningFleet fleet;
    private ConfigurableApplicationContext service;

    @BeforeAll
    void start(@TempDir Path folder) {
        fleet = new RunningFleet(folder, 3);
        fleet.script("tenant", "V2001__first.sql", "CREATE TABLE first (id bigint)");
        service = fleet.start();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    /** One after the other, since all of them are about the same schemas. */
    @Test
    void whatHappensBringsUpToDateWhatItConcerns() {
        Await.until("all to be migrated at start", () -> having("first") == 5 && ended() == 1);

        fleet.script("tenant", "V2002__second.sql", "CREATE TABLE second (id bigint)");
        fleet.onAdmin("SELECT pg_notify('neo_tenants', '" + T1 + "')");
        Await.until("the tenant that became active to be migrated", () -> ended() == 2);
        assertThat(having("second")).isEqualTo(1);

        // gathered with one that is behind, the first is known to have been looked at when that one is migrated
        fleet.onAdmin("SELECT pg_notify('neo_tenants', '" + T1 + "'), pg_notify('neo_tenants', 'nobody'),"
                + " pg_notify('neo_tenants', '" + T2 + "')");
        Await.until("the other tenant to be migrated, and it alone", () -> ended() == 3);
        assertThat(having("second")).isEqualTo(2);

        fleet.onAdmin("SELECT pg_notify('neo_registry', 'connection.drain " + StackSeed.CONNECTION + "'),"
                + " pg_notify('neo_registry', 'connection.activate another')");
        fleet.onAdmin("SELECT pg_notify('neo_registry', 'connection.activate " + StackSeed.CONNECTION + "')");
        Await.until("all on the connection to be migrated", () -> ended() == 4);
        assertThat(having("second")).isEqualTo(5);

        fleet.script("tenant", "V2003__third.sql", "CREATE TABLE third (id bigint)");
        fleet.onAdmin("SELECT pg_notify('neo_registry', 'region.activate " + StackSeed.REGION + "')");
        Await.until("all in the region to be migrated", () -> ended() == 5);
        assertThat(having("third")).isEqualTo(5);
        everyNightAllAreMigratedAndCompared();
        assertThat(fleet.countAdmin("SELECT count(DISTINCT requested_by) FROM admin.migration_runs"))
                .isEqualTo(5);
    }

    private void everyNightAllAreMigratedAndCompared() {
        fleet.script("tenant", "V2004__fourth.sql", "CREATE TABLE fourth (id bigint)");
        fleet.onTenants("ALTER TABLE tenant_t2.first ADD COLUMN strange text");

        service.getBean(NightlyRun.class).fulfil(Instant.now());

        Await.until("all to be migrated that night", () -> ended() == 6);
        assertThat(having("fourth")).isEqualTo(5);
        assertThat(drifted()).isEqualTo(1);
        service.getBean(NightlyRun.class).drift().forget();
        assertThat(drifted()).isZero();
    }

    private double drifted() {
        return service.getBean(MeterRegistry.class)
                .get("migration.drifted.schemas")
                .gauge()
                .value();
    }

    /** Also in the template. */
    private long having(String table) {
        return fleet.count("SELECT count(*) FROM pg_tables WHERE tablename = '" + table + "'");
    }

    private long ended() {
        return fleet.countAdmin("SELECT count(*) FROM admin.migration_runs WHERE state = 'done'");
    }
}
