package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * A server of tenants is killed while tenants are made on it, comes back, is killed again while permissions are checked, and
 * is replaced by its standby. How often servers are asked how they do is {@code -Dtest.health-interval}, a second without.
 */
class LostServerTest {

    private static final int TENANTS = 12;
    private static final String OPEN = "doors.open.tenant";

    private final TestPlatform platform = TestPlatform.shared();
    private final ApiClient admin = platform.client().queries(platform.adminToken());
    private LosableServers servers;
    private Workspace tenant;
    /** Nothing happens in it after the server was lost. */
    private Workspace quiet;

    private long killedAt;

    @BeforeEach
    void startServers() throws Exception {
        servers = LosableServers.start(platform);
        tenant = Workspace.create(platform, Map.of("region", LosableServers.REGION));
        quiet = Workspace.create(platform, Map.of("region", LosableServers.REGION));
    }

    @AfterEach
    void stopServers() throws Exception {
        servers.close();
    }

    @Test
    void tenantsOfALostServerAreMadeElsewhereAndThoseOnItGoOnWhenItIsBackOrReplaced() throws Exception {
        listsAreReadFromTheStandbyUnlessItIsTooFarBehind();
        backAgain(lostWhileTenantsAreMade());
        lostWhilePermissionsAreChecked();
    }

    private void listsAreReadFromTheStandbyUnlessItIsTooFarBehind() {
        Waiting.until("a list comes from the standby", () -> {
            Waiting.until("the standby is close", () -> isClose(servers.row(LosableServers.STANDBY)));
            servers.standby.execute("SELECT pg_wal_replay_pause()");
            Answer unseen = tenant.createUser("u" + System.nanoTime());
            assertThat(listed(unseen.id(), unseen.consistency()))
                    .as("asked for")
                    .isTrue();
            boolean seen = listed(unseen.id(), Map.of());
            if (seen) {
                // it was known already that the standby stands still
                servers.standby.execute("SELECT pg_wal_replay_resume()");
            } else {
                Waiting.until("the standby is too far behind", () -> listed(unseen.id(), Map.of()));
            }
            return !seen;
        });
        servers.standby.execute("SELECT pg_wal_replay_resume()");
    }

    private static boolean isClose(JsonNode standby) {
        return standby.path("replay_lag_ms").asLong(Long.MAX_VALUE) < 1_000;
    }

    private boolean listed(String user, Map<String, String> consistency) {
        return admin.get(tenant.path("/users?page_size=200"), consistency)
                .orRefuse()
                .data()
                .valueStream()
                .anyMatch(row -> row.path("id").asString().equals(user));
    }

    private List<String> lostWhileTenantsAreMade() throws Exception {
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < TENANTS; i++) {
            if (i == TENANTS / 2) {
                kill();
            }
            wanted.add(request("lost-" + i));
        }
        took("unhealthy", killedAt, () -> !servers.is(LosableServers.PRIMARY, "is_healthy"));
        took("switched off", killedAt, () -> !servers.is(LosableServers.PRIMARY, "is_active"));
        Waiting.until("somebody says why a tenant waits", () -> wanted.stream()
                .anyMatch(id -> waitsFor(id).contains("'" + LosableServers.PRIMARY + "' is switched off")));

        long since = System.nanoTime();
        servers.act(LosableServers.OTHER, "activate").orRefuse();
        took("all tenants made elsewhere", since, () -> wanted.stream().allMatch(id -> is(id, "active")));
        return wanted;
    }

    private void backAgain(List<String> made) throws Exception {
        long since = System.nanoTime();
        servers.primary.start();
        took("used again", since, () -> servers.is(LosableServers.PRIMARY, "is_active"));
        Answer after = tenant.createUser("after");
        took("its tenants go on", since, () -> sees(tenant, after));
        Waiting.until(
                "of nobody there is a half on the server that was lost",
                () -> LosableServers.schemas(servers.primary).equals(schemasOf(made)));
        made.forEach(this::isUsable);
    }

    private void lostWhilePermissionsAreChecked() throws Exception {
        String ann = tenant.createUser("ann").id();
        String bob = tenant.createUser("bob").id();
        String dan = tenant.createUser("dan").id();
        tenant.grant(ann, OPEN, "allow");
        Answer toBob = tenant.grant(bob, OPEN, "allow");
        Answer toDan = tenant.grant(dan, OPEN, "allow");
        Stream.of(ann, bob, dan)
                .forEach(user -> assertThat(tenant.isAllowed(user, OPEN, toDan)).isTrue());

        try (ConfigurableApplicationContext second = platform.startQueryApi()) {
            ApiClient fresh = platform.clientOf(second).queries(platform.adminToken());
            Answer fromBob = tenant.revoke(bob, toBob.id());
            assertThat(tenant.isAllowed(bob, OPEN, fromBob)).isFalse();
            Answer last = quiet.createUser("zoe");
            assertThat(sees(quiet, last)).isTrue();
            kill();
            CheckLoad load = CheckLoad.start(tenant, OPEN, List.of(tenant.queries, fresh), ann, bob);
            Answer fromDan = tenant.revoke(dan, toDan.id());
            Waiting.until("switched off", () -> !servers.is(LosableServers.PRIMARY, "is_active"));
            assertThat(check(tenant.queries, dan, fromDan.consistency()).status())
                    .as("nobody knows yet")
                    .isEqualTo(503);

            long promotedAt = System.nanoTime();
            servers.standby.promote();
            took("standby writes", promotedAt, () -> servers.is(LosableServers.STANDBY, "writes_in_cluster"));
            took("first answer after what was written meanwhile", promotedAt, () -> {
                Answer answer = check(tenant.queries, dan, fromDan.consistency());
                assertThat(answer.data().path("allowed").asBoolean()).isFalse();
                return answer.succeeded();
            });
            took("what was not yet on any disk is back", promotedAt, () -> sees(quiet, last));
            load.stopAndVerify();
        }
        oldWriterStaysOut(ann);
    }

    private void oldWriterStaysOut(String ann) throws Exception {
        servers.primary.start();
        Waiting.until("the old writer answers", () -> servers.is(LosableServers.PRIMARY, "is_healthy"));
        assertThat(servers.row(LosableServers.PRIMARY).path("disabled_by").asString())
                .isEqualTo("fenced");
        assertThat(servers.act(LosableServers.PRIMARY, "activate").errorCode()).isEqualTo("CONNECTION_FENCED");
        long before = LosableServers.position(servers.primary, tenant.slug);
        assertThat(tenant.isAllowed(ann, "doors.close.tenant", tenant.grant(ann, "doors.close.tenant", "allow")))
                .isTrue();
        assertThat(LosableServers.position(servers.primary, tenant.slug)).isEqualTo(before);
        assertThat(LosableServers.position(servers.standby, tenant.slug)).isGreaterThan(before);
        platform.awaitActive(request("after"));
    }

    private void kill() throws InterruptedException {
        killedAt = System.nanoTime();
        servers.primary.kill();
    }

    private String request(String name) {
        String slug = name + "-" + tenant.slug;
        return platform.client()
                .commands(platform.adminToken())
                .post(
                        "/api/v1/admin/tenants",
                        Map.of("name", name, "slug", slug, "region", LosableServers.REGION),
                        Map.of())
                .orRefuse()
                .id();
    }

    private void isUsable(String id) {
        String users = "/api/v1/tenants/" + id + "/users";
        Answer user =
                tenant.commands.post(users, Map.of("username", "u"), Map.of()).orRefuse();
        Waiting.until("a user of the tenant is found", () -> admin.get(users + "/" + user.id(), user.consistency())
                .succeeded());
    }

    /** Of the tenants that the server holds, and of no others. */
    private List<String> schemasOf(List<String> tenants) {
        return Stream.concat(tenants.stream(), Stream.of(tenant.tenantId, quiet.tenantId))
                .map(this::provisioning)
                .filter(row -> row.path("connection_name").asString().equals(LosableServers.PRIMARY))
                .map(row -> row.path("schema_name").asString())
                .sorted()
                .toList();
    }

    private boolean is(String id, String status) {
        return provisioning(id).path("status").asString().equals(status);
    }

    private String waitsFor(String id) {
        return provisioning(id).path("waiting_for").asString("");
    }

    private JsonNode provisioning(String id) {
        return platform.client()
                .provisioning(platform.adminToken())
                .get("/api/v1/admin/tenants/" + id + "/provisioning", Map.of())
                .orRefuse()
                .data();
    }

    /** Whether the rows have the user who was made. */
    private boolean sees(Workspace where, Answer made) {
        return admin.get(where.path("/users/" + made.id()), made.consistency()).succeeded();
    }

    private Answer check(ApiClient instance, String user, Map<String, String> consistency) {
        return instance.post(tenant.path("/check"), Map.of("user_id", user, "permission", OPEN), consistency);
    }

    private static void took(String what, long since, BooleanSupplier happened) {
        Waiting.until(what, happened);
        System.out.printf("a lost server: %s after %d ms%n", what, (System.nanoTime() - since) / 1_000_000);
    }
}
