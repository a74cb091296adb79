package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Provisioning workers are killed before and after every call by which they make, give up, close and purge tenants,
 * more than fifty times; each time another one goes on.
 */
@Timeout(600)
class KilledWorkersTest {

    private static final int STOCK = 4;
    private static final String REALM_SLUG = "killedrealm";
    private static final String NOWHERE = "before nothing";
    private static final String TENANTS = "/api/v1/admin/tenants";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private WorkersPlatform platform;

    private final RealmUsers realms = new RealmUsers(SharedKeycloak.started().admin());

    private int requested;
    private int kills;

    @BeforeEach
    void aPlatform() throws IOException {
        platform = new WorkersPlatform(folder);
    }

    @AfterEach
    void end() {
        platform.close();
    }

    @Test
    void howeverOftenWorkersAreKilledEveryTenantIsWholeOrGoneAndNothingIsMadeTwice() {
        learn();
        List<String> schemas = inSchemas();
        List<String> databases = inDatabases();
        String failed = givenUp();
        String realm = inRealm();
        List<String> gone = List.of(schemas.get(0), databases.get(0), schemas.get(1));
        close(gone);
        closeRealm(realm);
        purge(gone);
        purgeRealm(realm);
        WorkerProcess last = platform.next(NOWHERE);
        settled("active", schemas.get(2), databases.get(1), databases.get(2));
        settled("purged", gone.toArray(String[]::new));
        settled("purged", realm);
        Waiting.until("all is said to be done", () -> platform.made.open() == 0);
        last.kill();

        assertThat(kills).isEqualTo(56);
        platform.made.assertWhole(schemas.get(2));
        platform.made.assertWhole(databases.get(1));
        platform.made.assertWhole(databases.get(2));
        platform.made.assertFailedAndNothingIsLeft(failed);
        gone.forEach(platform.made::assertPurged);
        platform.made.assertPurged(realm);
        assertThat(realms.users(REALM_SLUG)).isEmpty();
        platform.made.assertEachSchemaIsListed();
    }

    /** The first one does much of what those after it do, which therefore start with what it has loaded. */
    private void learn() {
        WorkerProcess first = platform.first(STOCK);
        String tenant = request("schema");
        first.begin(NOWHERE);
        settled("active", tenant);
        delete(tenant);
        settled("deleted", tenant);
        Waiting.until("the stock is full", () -> platform.made.inStock() == STOCK);
        platform.end(first);
    }

    private List<String> inSchemas() {
        String made = request("schema");
        killAt("before claim", "after claim", "before place", "after place", "before make", "after make");
        killAt("before provisioning", "after provisioning");
        String unsaid = request("schema");
        killAt("before finish");
        String said = request("schema");
        killAt("after finish");
        settled("active", made, unsaid, said);
        return List.of(made, unsaid, said);
    }

    private List<String> inDatabases() {
        String made = request("database");
        killAt("before claim", "after claim", "before place", "after place");
        killAt("before provisioning", "after provisioning", "before makeDatabase", "after makeDatabase");
        killAt("before make", "after make", "before provisioning 2", "after provisioning 2");
        String unsaid = request("database");
        killAt("before finish");
        String said = request("database");
        killAt("after finish");
        settled("active", made, unsaid, said);
        return List.of(made, unsaid, said);
    }

    /** What is in the way of its schema makes each attempt fail; four have failed before. */
    private String givenUp() {
        String slug = slug();
        platform.made.shared().execute("CREATE SCHEMA tenant_" + slug);
        platform.made.shared().execute("CREATE TABLE tenant_" + slug + ".flyway_schema_history (strange int)");
        String tenant = request(slug, "schema");
        killAt("after place");
        assertThat(platform.made.failedBefore(tenant, 4)).isOne();
        killAt("before giveUp", "after giveUp", "before provisioning", "after provisioning");
        killAt("before remove", "after remove", "before provisioning 2", "after provisioning 2");
        killAt("before finish", "after finish");
        settled("failed", tenant);
        return tenant;
    }

    private void close(List<String> tenants) {
        delete(tenants.get(0));
        killAt("after claim", "before deprovisioned", "after deprovisioned");
        delete(tenants.get(1));
        killAt("before finish");
        delete(tenants.get(2));
        killAt("after finish");
        settled("deleted", tenants.toArray(String[]::new));
    }

    private void purge(List<String> tenants) {
        post(tenants.get(1), "/purge");
        killAt("before claim", "after claim", "before remove", "after remove");
        killAt("before clear", "after clear", "before purged", "after purged");
        post(tenants.get(0), "/purge");
        killAt("before finish");
        post(tenants.get(2), "/purge");
        killAt("after finish");
    }

    private String inRealm() {
        String tenant = platform.commands
                .post(
                        TENANTS,
                        Map.of(
                                "slug",
                                REALM_SLUG,
                                "name",
                                "With a realm",
                                "create_keycloak_realm",
                                true,
                                "first_admin",
                                Map.of("username", "ann", "email", "ann@killed.example")),
                        Map.of())
                .orRefuse()
                .id();
        killAt("before ensure", "after ensure");
        WorkerProcess next = platform.next(NOWHERE);
        settled("active", tenant);
        // a moment after it is active the worker writes down that it is done
        Waiting.until("the operation is closed", () -> platform.made.allIsDone(tenant));
        next.kill();
        platform.made.assertWhole(tenant);
        assertThat(realms.users(REALM_SLUG))
                .hasValueSatisfying(users -> assertThat(users).containsExactly("ann"));
        return tenant;
    }

    private void closeRealm(String tenant) {
        delete(tenant);
        killAt("before disable", "after disable");
        WorkerProcess next = platform.next(NOWHERE);
        settled("deleted", tenant);
        next.kill();
    }

    /** The first that is removed is the realm. */
    private void purgeRealm(String tenant) {
        post(tenant, "/purge");
        killAt("before remove", "after remove");
    }

    private void killAt(String... points) {
        for (String point : points) {
            String[] words = point.split(" ", 3);
            platform.next(point).killWhereItStops(words[0] + " " + words[1]);
            kills++;
        }
    }

    private void settled(String status, String... tenants) {
        for (String tenant : tenants) {
            Waiting.until(
                    tenant + " is " + status, () -> platform.made.status(tenant).equals(status));
        }
    }

    private String slug() {
        requested++;
        return "killed" + requested;
    }

    private String request(String type) {
        return request(slug(), type);
    }

    private String request(String slug, String type) {
        return platform.commands
                .post(TENANTS, Map.of("slug", slug, "name", slug, "deployment_type", type), Map.of())
                .orRefuse()
                .id();
    }

    private void delete(String tenant) {
        platform.commands.delete(TENANTS + "/" + tenant, null, Map.of()).orRefuse();
    }

    private void post(String tenant, String action) {
        platform.commands
                .post(TENANTS + "/" + tenant + action, Map.of(), Map.of())
                .orRefuse();
    }
}
