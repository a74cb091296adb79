package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A suspension, from the answer to the command until the last of two instances denies, so often as {@code
 * -Dtest.suspensions} says. The goal is 75 ms for 99 of 100; on a machine that does other things besides, half of them.
 */
class ClosedTenantTest {

    private static final int ROUNDS = Integer.getInteger("test.suspensions", 25);
    private static final Duration GOAL = Duration.ofMillis(75);

    private final TestPlatform platform = TestPlatform.shared();

    @Test
    void aSuspensionIsSeenByEveryInstance() {
        try (ConfigurableApplicationContext second = platform.startQueryApi()) {
            List<ApiClient> instances = List.of(
                    platform.client().queries(platform.adminToken()),
                    platform.clientOf(second).queries(platform.adminToken()));
            Workspace tenant = Workspace.create(platform);
            String user = tenant.createUser("ann").id();
            Answer granted = tenant.grant(user, "doors.open.tenant", "allow");
            List<Duration> delays = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                instances.forEach(instance -> assertThat(tenant.isAllowed(instance, user, "doors.open.own", granted))
                        .isTrue());
                delays.add(suspend(tenant, instances, user, granted));
                change(tenant, "/resume", Map.of());
            }
            delays.sort(null);
            System.out.printf(
                    "suspensions on two instances: %d, p50 %d ms, p99 %d ms, longest %d ms%n",
                    ROUNDS,
                    delays.get(ROUNDS / 2).toMillis(),
                    delays.get((ROUNDS * 99 - 1) / 100).toMillis(),
                    delays.getLast().toMillis());
            assertThat(delays.get(ROUNDS / 2))
                    .as("suspensions were seen after %s", delays)
                    .isLessThan(GOAL);
        }
    }

    private Duration suspend(Workspace tenant, List<ApiClient> instances, String user, Answer granted) {
        change(tenant, "/suspend", Map.of("reason", "unpaid"));
        long since = System.nanoTime();
        for (ApiClient instance : instances) {
            Waiting.until("the suspension is seen", () -> !tenant.isAllowed(instance, user, "doors.open.own", granted));
        }
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private static void change(Workspace tenant, String action, Map<String, String> body) {
        tenant.commands
                .post("/api/v1/admin/tenants/" + tenant.tenantId + action, body, Map.of())
                .orRefuse();
    }
}
