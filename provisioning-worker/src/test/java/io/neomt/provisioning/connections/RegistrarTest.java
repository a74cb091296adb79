package io.neomt.provisioning.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.provisioning.TestPlatform;
import io.neomt.provisioning.registry.Changes;
import io.neomt.provisioning.registry.ConnectionType;
import io.neomt.provisioning.registry.DisabledBy;
import io.neomt.provisioning.registry.InvalidConnectionException;
import io.neomt.provisioning.registry.Limits;
import io.neomt.provisioning.registry.NewConnection;
import io.neomt.provisioning.registry.Probed.Reached;
import io.neomt.provisioning.registry.Purpose;
import io.neomt.provisioning.registry.Refusal;
import io.neomt.provisioning.registry.RefusedException;
import io.neomt.provisioning.registry.Registered;
import io.neomt.provisioning.registry.Server;
import io.neomt.provisioning.registry.ServerFacts;
import io.neomt.view.ConnectionCipher;
import io.neomt.view.Region;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The registry on a real PostgreSQL, which is registered with itself. */
class RegistrarTest {

    private static final Region HERE = new Region(TestPlatform.REGION);

    private final TestPlatform platform = new TestPlatform();
    private final Registrar registrar = registrar(platform.cipher());

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void aConnectionIsAddedAfterItsServerAnsweredAndShowsWhatItSaid() {
        Registered added =
                registrar.add(wanted("second", ConnectionType.PRIMARY, platform.server(), null), TestPlatform.ASKED);

        assertThat(added.health().active()).isTrue();
        assertThat(added.facts()).isNotNull();
        assertThat(added.facts().version()).isGreaterThanOrEqualTo(ServerFacts.OLDEST);
        assertThat(added.facts().inRecovery()).isFalse();
        assertThat(added.facts().timeline()).isEqualTo(1);
        assertThat(registrar.all()).extracting(Registered::name).containsExactly(TestPlatform.CONNECTION, "second");
        assertThat(registrar.test("second")).isInstanceOf(Reached.class);
        refused(
                Refusal.CONNECTION_EXISTS,
                () -> registrar.add(
                        wanted("second", ConnectionType.PRIMARY, platform.server(), null), TestPlatform.ASKED));
    }

    @Test
    void aWrongPasswordAnUnknownDatabaseAndASilentPortAreEachSaidClearlyAndLeaveNoRow() {
        Server server = platform.server();
        refused(
                Refusal.LOGIN_REFUSED,
                () -> add(new Server(server.host(), server.port(), server.database(), server.username(), "wrong")));
        refused(
                Refusal.UNKNOWN_DATABASE,
                () -> add(new Server(server.host(), server.port(), "nowhere", server.username(), server.password())));
        refused(
                Refusal.UNREACHABLE,
                () -> add(new Server(server.host(), 1, server.database(), server.username(), server.password())));
        assertThat(registrar.all()).hasSize(1);
    }

    @Test
    void anOlderPostgresIsRefusedByItsVersion() throws IOException {
        try (OldServer old = new OldServer("16.4")) {
            assertThatThrownBy(() -> add(new Server("localhost", old.port(), "x", "u", "p")))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("the server is PostgreSQL 16; the platform needs 17 or newer");
        }
    }

    @Test
    void noRefusalRepeatsThePassword() {
        Server server = new Server("localhost", 1, "x", "u", "hunter2");
        assertThat(server.toString()).doesNotContain("hunter2");
        assertThatThrownBy(() -> add(server))
                .extracting(Throwable::toString)
                .asString()
                .doesNotContain("hunter2");
    }

    @Test
    void whatCouldReachElsewhereIsRefusedBeforeAnyServerIsAsked() {
        assertThatThrownBy(() -> new Server("a/b?x=", 5432, "x", "u", "p"))
                .isInstanceOf(InvalidConnectionException.class);
        assertThatThrownBy(() -> new Server("a", 5432, "x?ssl=", "u", "p")).hasMessageContaining("database_name");
        assertThatThrownBy(() -> new Server("a", 0, "x", "u", "p")).hasMessageContaining("port");
        assertThatThrownBy(() -> new Limits(5, 2, null, null, 3)).hasMessageContaining("pool_min_size");
        assertThatThrownBy(() -> wanted("r", ConnectionType.REPLICA, platform.server(), null))
                .hasMessageContaining("connection_name");
        assertThatThrownBy(() -> wanted("rep", ConnectionType.REPLICA, platform.server(), null))
                .hasMessageContaining("cluster_name");
    }

    @Test
    void anUnknownRegionAndAnUnknownClusterAreRefusedAndAServerThatFollowsNobodyIsNoReplica() {
        NewConnection mars = new NewConnection(
                "mars",
                ConnectionType.PRIMARY,
                new Region("mars-1"),
                platform.server(),
                Purpose.SHARED,
                Limits.DEFAULT,
                null);
        refused(Refusal.UNKNOWN_REGION, () -> registrar.add(mars, TestPlatform.ASKED));
        refused(
                Refusal.NOT_A_REPLICA,
                () -> registrar.add(
                        wanted("rep", ConnectionType.REPLICA, platform.server(), TestPlatform.CONNECTION),
                        TestPlatform.ASKED));
        refused(
                Refusal.UNKNOWN_CLUSTER,
                () -> registrar.add(
                        wanted("ana", ConnectionType.ANALYTICS, platform.server(), "nowhere"), TestPlatform.ASKED));
    }

    @Test
    void aConnectionIsDrainedSwitchedOffAndOnAndRemoved() {
        registrar.add(wanted("second", ConnectionType.PRIMARY, platform.server(), null), TestPlatform.ASKED);

        assertThat(registrar.drain("second", TestPlatform.ASKED).draining()).isTrue();
        assertThat(registrar.deactivate("second", TestPlatform.ASKED).health().disabledBy())
                .isEqualTo(DisabledBy.OPERATOR);
        Registered again = registrar.activate("second", TestPlatform.ASKED);
        assertThat(again.health().active()).isTrue();
        assertThat(again.draining()).isFalse();
        registrar.remove("second", TestPlatform.ASKED, "{}");
        refused(Refusal.CONNECTION_NOT_FOUND, () -> registrar.named("second"));
    }

    @Test
    void aConnectionWithTenantsIsNotRemoved() {
        var acme = platform.request("acme", TestPlatform.REGION, Duration.ZERO);
        platform.update(
                "UPDATE admin.tenants SET connection_name = ? WHERE id = ?", TestPlatform.CONNECTION, acme.value());

        refused(Refusal.CONNECTION_IN_USE, () -> {
            registrar.remove(TestPlatform.CONNECTION, TestPlatform.ASKED, "{}");
            return null;
        });
    }

    @Test
    void aChangeThatTheServerDoesNotTakeIsNotMade() {
        Changes wrong = new Changes(null, null, null, null, "wrong", null, 7, null, null, null);
        refused(Refusal.LOGIN_REFUSED, () -> registrar.change(TestPlatform.CONNECTION, wrong, TestPlatform.ASKED));

        Changes smaller = new Changes(null, null, null, null, null, null, 7, 100, null, null);
        assertThat(registrar
                        .change(TestPlatform.CONNECTION, smaller, TestPlatform.ASKED)
                        .limits())
                .isEqualTo(new Limits(0, 7, 100, null, 3));
        assertThat(registrar.test(TestPlatform.CONNECTION)).isInstanceOf(Reached.class);
    }

    @Test
    void rotationEncryptsEveryPasswordWithTheNewKeyAndAfterItTheOldKeyIsNeedless() {
        String newKey = Base64.getEncoder().encodeToString(new byte[32]);
        ConnectionCipher both =
                new ConnectionCipher("k2", newKey, Map.of(platform.cipher().keyId(), platform.key()));

        assertThat(registrar(both).rotateKeys(TestPlatform.ASKED, count -> "" + count))
                .isEqualTo(1);
        assertThat(registrar(both).rotateKeys(TestPlatform.ASKED, count -> "" + count))
                .isZero();

        Registrar after = registrar(new ConnectionCipher("k2", newKey));
        assertThat(after.test(TestPlatform.CONNECTION)).isInstanceOf(Reached.class);
        assertThat(after.named(TestPlatform.CONNECTION).encryptionKeyId()).isEqualTo("k2");
        assertThatThrownBy(() -> registrar.test(TestPlatform.CONNECTION)).hasMessageContaining("not configured here");
    }

    private Registrar registrar(ConnectionCipher cipher) {
        return new Registrar(
                platform.database(),
                new PostgresProbe(Duration.ofSeconds(5)),
                new Passwords(platform.database(), cipher),
                UUID::randomUUID,
                platform.journal(),
                row -> "{}");
    }

    private Registered add(Server server) {
        return registrar.add(wanted("wrong", ConnectionType.PRIMARY, server, null), TestPlatform.ASKED);
    }

    private static NewConnection wanted(String name, ConnectionType type, Server server, @Nullable String cluster) {
        return new NewConnection(name, type, HERE, server, Purpose.SHARED, Limits.DEFAULT, cluster);
    }

    private static void refused(Refusal refusal, Callable<?> work) {
        assertThatThrownBy(work::call).isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.refusal())
                .isEqualTo(refusal));
    }
}
