package io.neomt.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.embedded.SparePostgres;
import io.neomt.event.TenantId;
import io.neomt.provisioning.TestPlatform;
import io.neomt.provisioning.connections.Passwords;
import io.neomt.provisioning.connections.PostgresProbe;
import io.neomt.provisioning.connections.Registrar;
import io.neomt.provisioning.plan.Place;
import io.neomt.provisioning.registry.ConnectionType;
import io.neomt.provisioning.registry.Limits;
import io.neomt.provisioning.registry.NewConnection;
import io.neomt.provisioning.registry.Purpose;
import io.neomt.provisioning.registry.Server;
import io.neomt.provisioning.run.Operations.Claim;
import io.neomt.provisioning.run.Outcome;
import io.neomt.provisioning.run.Outcome.Done;
import io.neomt.provisioning.run.Outcome.Elsewhere;
import io.neomt.view.DatabaseRole;
import io.neomt.view.Region;
import io.neomt.view.SchemaName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is lost when half of a tenant is made on it, and comes back when the tenant lives elsewhere. */
class LeftoversTest {

    private static final String LOST = "a-lost";
    private static final String SCHEMA = "tenant_acme";

    private final TestPlatform platform = new TestPlatform();
    private final SchemaName schema = new SchemaName(SCHEMA);
    private TenantId acme;

    private SparePostgres server;

    @TempDir
    private Path folder;

    @BeforeEach
    void halfOfATenantIsMadeOnAServerThatIsLost() throws Exception {
        server = SparePostgres.start(folder);
        registered();
        acme = platform.request("acme", TestPlatform.REGION, Duration.ofSeconds(5));
        SqlOperations first = platform.operations("first");
        Claim claim = first.claim(acme, Instant.now()).orElseThrow();
        first.place(claim, LOST);
        platform.schemas().make(new Place(LOST, null), schema, DatabaseRole.of(acme));
        platform.update("UPDATE admin.provisioning_operations SET lease_until = now() - interval '1 second'");
        platform.update("UPDATE admin.database_connections SET is_active = false WHERE connection_name = ?", LOST);
        assertThat(platform.saga("second").attempt(acme, Instant.now())).isEqualTo(new Done());
        assertThat(platform.history().of(acme).connectionName()).isEqualTo(TestPlatform.CONNECTION);
    }

    @AfterEach
    void close() throws IOException {
        platform.close();
        server.close();
    }

    @Test
    void theHalfIsRemovedWhenTheServerIsBackUnlessItMayBeTheTenantItself() {
        assertThat(platform.tenants().withLeftovers()).as("it is still away").isEmpty();
        back("one system");
        assertThat(platform.tenants().withLeftovers()).as("the same server").isEmpty();
        assertThat(attempt()).isEqualTo(new Elsewhere());
        assertThat(isOnTheOther()).isTrue();

        back("another system");
        assertThat(platform.tenants().withLeftovers()).containsExactly(acme);
        assertThat(attempt()).isEqualTo(new Elsewhere());

        assertThat(isOnTheOther()).isFalse();
        assertThat(platform.countTenants("SELECT count(*) FROM pg_namespace WHERE nspname = ?", SCHEMA))
                .isOne();
        assertThat(platform.tenants().withLeftovers()).isEmpty();
    }

    private Outcome attempt() {
        return platform.saga("third").attempt(acme, Instant.now());
    }

    private boolean isOnTheOther() {
        return platform.schemas().version(new Place(LOST, null), schema).isPresent();
    }

    private void registered() {
        Server where =
                new Server("127.0.0.1", server.port(), SparePostgres.DATABASE, SparePostgres.USER, server.password());
        PostgresProbe probe = new PostgresProbe(Duration.ofSeconds(5));
        Passwords passwords = new Passwords(platform.database(), platform.cipher());
        new Registrar(platform.database(), probe, passwords, UUID::randomUUID, platform.journal(), row -> "{}")
                .add(
                        new NewConnection(
                                LOST,
                                ConnectionType.PRIMARY,
                                new Region(TestPlatform.REGION),
                                where,
                                Purpose.SHARED,
                                Limits.DEFAULT,
                                null),
                        TestPlatform.ASKED);
    }

    private void back(String system) {
        platform.update("UPDATE admin.database_connections SET system_identifier = 'one system'");
        platform.update(
                "UPDATE admin.database_connections SET system_identifier = ?, is_active = true WHERE connection_name = ?",
                system,
                LOST);
    }
}
