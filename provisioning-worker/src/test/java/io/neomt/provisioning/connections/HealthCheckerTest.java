package io.neomt.provisioning.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.PoolBudget;
import io.neomt.commons.connections.PoolSettings;
import io.neomt.commons.connections.Residency;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.connections.TenantStatus;
import io.neomt.deploy.embedded.SparePostgres;
import io.neomt.event.DeploymentType;
import io.neomt.event.TenantId;
import io.neomt.provisioning.TestPlatform;
import io.neomt.provisioning.plan.ConnectionChoice;
import io.neomt.provisioning.plan.ConnectionChoice.Chosen;
import io.neomt.provisioning.registry.ConnectionType;
import io.neomt.provisioning.registry.DisabledBy;
import io.neomt.provisioning.registry.Health;
import io.neomt.provisioning.registry.Limits;
import io.neomt.provisioning.registry.NewConnection;
import io.neomt.provisioning.registry.Purpose;
import io.neomt.provisioning.registry.Refusal;
import io.neomt.provisioning.registry.RefusedException;
import io.neomt.provisioning.registry.Server;
import io.neomt.provisioning.registry.ServerFacts;
import io.neomt.testkit.backends.Await;
import io.neomt.view.Region;
import io.neomt.view.SchemaName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found out about servers that stop, come back, follow and are promoted; on servers of its own. */
class HealthCheckerTest {

    private static final Region HERE = new Region(TestPlatform.REGION);
    private static final String SPARE = "a-spare";

    private final TestPlatform platform = new TestPlatform();
    private final PostgresProbe probe = new PostgresProbe(Duration.ofSeconds(5));
    private final Passwords passwords = new Passwords(platform.database(), platform.cipher());
    private final Registrar registrar =
            new Registrar(platform.database(), probe, passwords, UUID::randomUUID, platform.journal(), row -> "{}");
    private final Heard heard = new Heard();
    private final HealthChecker checker = checker("one");
    private final List<Path> folders = new ArrayList<>();
    private SparePostgres server;

    @BeforeEach
    void startServer() throws Exception {
        server = SparePostgres.start(folder());
        registrar.add(connection(SPARE, ConnectionType.PRIMARY, server, null), TestPlatform.ASKED);
    }

    @AfterEach
    void stop() throws IOException {
        checker.close();
        server.close();
        platform.close();
        for (Path folder : folders) {
            delete(folder);
        }
    }

    @Test
    void aServerThatStopsIsSwitchedOffTenantsGoElsewhereAndItIsUsedAgainWhenItIsBack() throws Exception {
        checker.check();
        assertThat(chosen()).isEqualTo(SPARE);

        server.stop();
        checker.check();
        assertThat(health(SPARE))
                .extracting(Health::healthy, Health::active, Health::failures)
                .containsExactly(false, true, 1);
        assertThat(chosen()).isEqualTo(TestPlatform.CONNECTION);
        checker.check();
        checker.check();
        assertThat(health(SPARE).disabledBy()).isEqualTo(DisabledBy.HEALTH);
        assertThat(health(SPARE).lastError()).startsWith("UNREACHABLE");
        assertThat(health(TestPlatform.CONNECTION).healthy()).isTrue();

        server.start();
        checker.check();
        assertThat(health(SPARE).active()).isFalse();
        checker.check();
        assertThat(health(SPARE)).isEqualTo(new Health(true, null, true, 0, 2, null));
        assertThat(chosen()).isEqualTo(SPARE);
        assertThat(heard.turns).hasSize(4);
    }

    @Test
    void onlyOneOfTwoProcessesChecksAndTheOtherFollowsWhenItEnds() {
        HealthChecker other = checker("two");
        assertThat(checker.check()).isTrue();
        assertThat(other.check()).isFalse();
        checker.close();
        assertThat(other.check()).isTrue();
        other.close();
    }

    @Test
    void theSizeOfADatabaseIsNotMeasuredInEachRound() {
        forgetSize();
        checker.check();
        assertThat(facts(SPARE).bytes()).isGreaterThan(1);

        forgetSize();
        checker.check();
        assertThat(facts(SPARE).bytes()).as("less than a minute later").isEqualTo(1);
        checker.close();

        HealthChecker other = checker("two");
        other.check();
        assertThat(facts(SPARE).bytes()).as("by who has not measured it").isGreaterThan(1);
        other.close();
    }

    private void forgetSize() {
        platform.database()
                .write(dsl -> dsl.execute(
                        "UPDATE admin.database_connections SET measured_bytes = 1 WHERE connection_name = ?", SPARE));
    }

    @Test
    void aWorkerForOtherRegionsAsksNoServerOfThisOne() throws Exception {
        server.stop();
        HealthChecker elsewhere = checker("elsewhere", Residency.of("mars-1"));
        assertThat(elsewhere.check()).isFalse();
        assertThat(health(SPARE).healthy()).isTrue();
        platform.register("mars-1", "mars-primary");
        assertThat(elsewhere.check()).isTrue();
        assertThat(registrar.named("mars-primary").facts()).isNotNull();
        assertThat(health(SPARE).healthy()).isTrue();

        assertThat(checker.check()).as("its own turn").isTrue();
        assertThat(health(SPARE).healthy()).isFalse();
        elsewhere.close();
    }

    @Test
    void aPromotedStandbyTakesTheWritersPlaceAndTheOldWriterStaysFencedWhenItIsBack() throws Exception {
        try (SparePostgres standby = server.standby(folder())) {
            registrar.add(connection("a-standby", ConnectionType.REPLICA, standby, SPARE), TestPlatform.ASKED);
            checker.check();
            assertThat(facts("a-standby").inRecovery()).isTrue();
            Await.until(
                    "the standby's lag",
                    () -> checker.check() && facts("a-standby").replayLagMillis() != null);
            assertThat(isReadFromAStandby()).isTrue();

            server.stop();
            checker.check();
            checker.check();
            checker.check();
            assertThat(registrar.named(SPARE).health().disabledBy()).isEqualTo(DisabledBy.HEALTH);
            assertThat(heard.successions).as("it still follows").isEmpty();

            standby.promote();
            checker.check();

            assertThat(heard.successions).containsExactly(SPARE + " → a-standby");
            assertThat(registrar.named(SPARE).health().disabledBy()).isEqualTo(DisabledBy.FENCED);
            assertThat(registrar.named("a-standby").type()).isEqualTo(ConnectionType.PRIMARY);
            Connections connections = platform.connections();
            assertThat(connections.pool(SPARE).getJdbcUrl())
                    .as("tenants of the old one")
                    .contains(":" + standby.port() + "/");

            assertThat(platform.journal().entries("a-spare", 0, 9).entries())
                    .extracting(Journal.Entry::actor, Journal.Entry::action)
                    .contains(tuple("health-checks", "connection.fail"), tuple("health-checks", "cluster.succeed"));

            server.start();
            checker.check();
            checker.check();
            checker.check();
            assertThat(registrar.named(SPARE).health())
                    .extracting(Health::active, Health::healthy)
                    .containsExactly(false, true);
            assertThatThrownBy(() -> registrar.activate(SPARE, TestPlatform.ASKED))
                    .isInstanceOfSatisfying(
                            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.CONNECTION_FENCED));
        }
    }

    private boolean isReadFromAStandby() {
        Tenant acme = new Tenant(
                new TenantId(UUID.randomUUID()), "acme", SchemaName.ofSlug("acme"), TenantStatus.ACTIVE, SPARE, HERE);
        PoolSettings settings =
                new PoolSettings(Residency.EVERYWHERE, new PoolBudget(9), Duration.ofMinutes(1), Duration.ofMinutes(1));
        try (Connections connections =
                new Connections(platform.database(), platform::cipher, "reading", (_, _) -> {}, settings)) {
            return connections.forReading(acme).read(dsl -> dsl.fetchSingle("SELECT pg_is_in_recovery()")
                    .get(0, Boolean.class));
        }
    }

    private HealthChecker checker(String owner) {
        return checker(owner, Residency.EVERYWHERE);
    }

    private HealthChecker checker(String owner, Residency residency) {
        return new HealthChecker(
                platform.database(),
                probe,
                passwords,
                platform.journal(),
                heard,
                Duration.ofSeconds(1),
                Duration.ZERO,
                residency,
                owner);
    }

    private String chosen() {
        return ((Chosen) ConnectionChoice.choose(
                        HERE.code(), DeploymentType.SCHEMA, platform.tenants().connections()))
                .connectionName();
    }

    private Health health(String name) {
        return registrar.named(name).health();
    }

    private ServerFacts facts(String name) {
        return Objects.requireNonNull(registrar.named(name).facts());
    }

    private static NewConnection connection(
            String name, ConnectionType type, SparePostgres server, @Nullable String cluster) {
        Server where =
                new Server("127.0.0.1", server.port(), SparePostgres.DATABASE, SparePostgres.USER, server.password());
        return new NewConnection(name, type, HERE, where, Purpose.SHARED, Limits.DEFAULT, cluster);
    }

    /** Named like the stacks of tests, so that what a killed run leaves behind is ended by a later one. */
    private Path folder() throws IOException {
        Path folder = Files.createTempDirectory("neo-test-stack-");
        folders.add(folder);
        return folder;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static final class Heard implements HealthObserver {

        private final List<String> turns = new ArrayList<>();
        private final List<String> successions = new ArrayList<>();

        @Override
        public void turned(String connection, Health before, Health after) {
            turns.add(connection + " " + after);
        }

        @Override
        public void succeeded(String old, String successor) {
            successions.add(old + " → " + successor);
        }

        @Override
        public void broken(RuntimeException failure) {
            throw failure;
        }
    }
}
