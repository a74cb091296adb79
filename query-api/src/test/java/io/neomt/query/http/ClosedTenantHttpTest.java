package io.neomt.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.query.worlds.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** In a tenant that is suspended or deleted everybody is denied everything, on every instance, and soon. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedTenantHttpTest {

    private static final int ROUNDS = 40;
    /** Well below the second after which an instance looks again by itself. */
    private static final Duration SOON = Duration.ofMillis(75);

    private final QueryApi api = new QueryApi();
    private final Client root = api.as(api.platform, "root");
    private final Client eve = api.as(api.other, "eve");

    @AfterEach
    void openAgain() {
        api.backends().platform().status(api.other, "active");
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void aSuspendedTenantIsClosedToItsUsersAndToThePlatform() {
        closed("suspended", "TENANT_SUSPENDED", "tenant_suspended");
    }

    @Test
    void aTenantOnItsWayOutIsClosed() {
        closed("deprovisioning", "TENANT_DELETED", "tenant_deleted");
        closed("deleted", "TENANT_DELETED", "tenant_deleted");
        closed("purged", "TENANT_DELETED", "tenant_deleted");
    }

    @Test
    void aTenantThatIsNotThereYetIsClosed() {
        closed("provisioning", "TENANT_NOT_ACTIVE", "tenant_not_active");
        closed("failed", "TENANT_NOT_ACTIVE", "tenant_not_active");
    }

    @Test
    void aSuspensionIsSeenSoon() {
        List<Duration> delays = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            change("active");
            assertThat(allowed()).isTrue();
            change("suspended");
            delays.add(untilDenied());
        }
        delays.sort(null);
        assertThat(delays.get(ROUNDS / 2)).as("of %s", delays).isLessThan(SOON);
    }

    private Duration untilDenied() {
        long since = System.nanoTime();
        while (allowed()) {
            assertThat(System.nanoTime() - since)
                    .isLessThan(Duration.ofSeconds(2).toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private boolean allowed() {
        return root.post(path() + "/check", check()).is(200).at("/data/allowed").booleanValue();
    }

    private void closed(String status, String code, String reason) {
        change(status);
        assertThat(root.post(path() + "/check", check()).is(200).text("/data/reason"))
                .isEqualTo(reason);
        int refusal = code.equals("TENANT_NOT_ACTIVE") ? 409 : 403;
        root.get(path() + "/users").refused(refusal, code);
        eve.get("/api/v1/users").refused(refusal, code);
        eve.post("/api/v1/check", check()).is(403);
        assertThat(root.get("/api/v1/admin/tenants?status=" + status).is(200).text("/data/0/slug"))
                .isEqualTo(api.other.slug());
    }

    private void change(String status) {
        api.backends().platform().status(api.other, status);
    }

    private String check() {
        return "{\"user_id\":\"" + Ids.user("eve") + "\",\"permission\":\"a.b.own\"}";
    }

    private String path() {
        return "/api/v1/tenants/" + api.other.slug();
    }
}
