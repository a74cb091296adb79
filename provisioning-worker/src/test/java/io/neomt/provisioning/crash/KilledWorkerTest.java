package io.neomt.provisioning.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.TenantId;
import io.neomt.provisioning.TestPlatform;
import io.neomt.provisioning.run.Outcome;
import io.neomt.provisioning.run.Outcome.Unfinished;
import io.neomt.provisioning.store.PostgresStock;
import io.neomt.testkit.backends.Await;
import io.neomt.view.DatabaseRole;
import io.neomt.view.Migrations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Workers of their own processes are killed at every step of making a tenant, fifty times in all; each time another one
 * goes on. Two processes are started ahead of time, since starting takes most of it.
 */
class KilledWorkerTest {

    private static final int KILLS = 50;
    private static final int KILLS_OF_ONE_TENANT = 5;
    /** Calls of ports that one attempt takes at most, before and after each. */
    private static final int POINTS = 18;

    private final TestPlatform platform = new TestPlatform();
    private final Deque<Process> started = new ArrayDeque<>();

    @AfterEach
    void close() {
        started.forEach(Process::destroyForcibly);
        platform.close();
    }

    @Test
    void howeverOftenWorkersAreKilledEveryTenantIsMadeOnceAndWhole() {
        PostgresStock stock = new PostgresStock(platform.connections(), platform.tenants(), platform.snapshots());
        for (int i = 0; i < KILLS / KILLS_OF_ONE_TENANT; i++) {
            stock.add(TestPlatform.CONNECTION, i < 7 ? i + 1 : 7);
        }
        TreeSet<String> places = new TreeSet<>();
        List<TenantId> tenants = new ArrayList<>();
        start();
        for (int kill = 0; kill < KILLS; kill++) {
            if (kill % KILLS_OF_ONE_TENANT == 0) {
                tenants.add(request(tenants.size()));
            }
            start();
            places.add(killed(tenants.getLast(), kill % POINTS));
        }

        tenants.forEach(this::finish);

        assertThat(places).contains("halted before claim", "halted after claim", "halted after place");
        assertThat(places).contains("halted after make", "halted before provisioning", "halted after provisioning");
        assertThat(places).contains("halted after makeDatabase", "halted before finish");
        tenants.forEach(this::isWholeAndMadeOnce);
        assertThat(platform.countTenants("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'tenant\\_%'"))
                .isEqualTo(tenants.stream().filter(tenant -> !own(tenant)).count());
        assertThat(platform.count("SELECT count(*) FROM admin.provisioning_operations WHERE state <> 'done'"))
                .isZero();
    }

    /** Every fifth has a database of its own. */
    private TenantId request(int number) {
        String type = number % 5 == 3 ? "database" : "schema";
        return platform.request("t" + number, TestPlatform.REGION, type, Duration.ofMinutes(1));
    }

    private void start() {
        var admin = platform.admin();
        try {
            started.add(new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Xshare:auto",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            WorkerProcess.class.getName(),
                            admin.jdbcUrl(),
                            admin.username(),
                            admin.password(),
                            platform.cipher().keyId(),
                            platform.key())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the process that was started first work on the tenant, kills it where it stops, and says where that was. */
    private String killed(TenantId tenant, int point) {
        Process worker = started.remove();
        try (BufferedReader lines = worker.inputReader()) {
            said(lines, "ready");
            worker.outputWriter().write(tenant + " " + point + "\n");
            worker.outputWriter().flush();
            String end = said(lines, "halted", "ended");
            worker.destroyForcibly().waitFor();
            return end;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String said(BufferedReader lines, String... beginnings) throws IOException {
        String line;
        while ((line = lines.readLine()) != null) {
            for (String beginning : beginnings) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
        }
        throw new IllegalStateException("the worker ended by itself");
    }

    private void finish(TenantId tenant) {
        Await.until("the end of the work on " + tenant, () -> {
            Outcome outcome = platform.saga("last").attempt(tenant, Instant.now());
            return !(outcome instanceof Unfinished) && platform.isActive(tenant);
        });
        platform.saga("last").attempt(tenant, Instant.now());
    }

    private void isWholeAndMadeOnce(TenantId tenant) {
        DatabaseRole role = DatabaseRole.of(tenant);
        String schema = platform.text("SELECT schema_name FROM admin.tenants WHERE id = ?", tenant.value());
        assertThat(platform.text("SELECT version::text FROM admin.tenants WHERE id = ?", tenant.value()))
                .as("activated once")
                .isEqualTo("2");
        assertThat(platform.countTenants("SELECT count(*) FROM pg_roles WHERE rolname = ?", role.value()))
                .isOne();
        assertThat(platform.countTenants("SELECT count(*) FROM pg_database WHERE datname = ?", role.value()))
                .isEqualTo(own(tenant) ? 1 : 0);
        if (!own(tenant)) {
            assertThat(platform.countTenants("SELECT count(*) FROM " + schema + ".flyway_schema_history"))
                    .isEqualTo(Migrations.TENANT.scripts().size());
        }
    }

    private boolean own(TenantId tenant) {
        return platform.text("SELECT deployment_type FROM admin.tenants WHERE id = ?", tenant.value())
                .equals("database");
    }
}
