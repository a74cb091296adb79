package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.client.UnreachableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform whose whole process group is killed in the middle of work, and started again on its data. */
class CrashTest {

    private static final int COMMANDS = 5_000;
    private static final int SENDERS = 16;

    @TempDir
    private Path data;

    @Test
    void killedInTheMiddleOfWorkItLosesNothingAndKilledAloneItLeavesNothingBehind() throws Exception {
        List<String> tenants;
        Collection<String> acknowledged = new ConcurrentLinkedQueue<>();
        try (PlatformProcess first = PlatformProcess.up(data)) {
            tenants = createTenants(first.client(), 4);
            killInTheMiddle(first, tenants, acknowledged);
        }
        assertThat(acknowledged).hasSizeBetween(COMMANDS / 4, COMMANDS);
        List<ProcessHandle> orphans;
        try (PlatformProcess second = PlatformProcess.up(data)) {
            String after = createUser(commands(second.client()), tenants.getFirst(), "after");
            assertThat(after).as("the platform takes commands again").isNotEmpty();
            everyAcknowledgedCommandIsInTheLogOnceAndTheViewsAreAFoldOfIt(tenants, acknowledged);
            anotherOnItsDataIsRefusedAndTouchesNothing(second);
            orphans = second.children();
            assertThat(orphans).isNotEmpty();
            second.killParent();
        }
        try (PlatformProcess third = PlatformProcess.up(data)) {
            assertThat(orphans).noneMatch(ProcessHandle::isAlive);
            assertThat(third.output()).containsPattern("(?i)left|stopped");
        }
    }

    private void everyAcknowledgedCommandIsInTheLogOnceAndTheViewsAreAFoldOfIt(
            List<String> tenants, Collection<String> acknowledged) throws Exception {
        try (RunningStack stack = RunningStack.on(data)) {
            stack.invariants().verify(tenants);
            List<String> logged = new ArrayList<>();
            for (String tenant : tenants) {
                stack.invariants()
                        .log()
                        .fold(UUID.fromString(tenant))
                        .users
                        .values()
                        .forEach(user -> logged.add(user.username));
            }
            assertThat(logged).doesNotHaveDuplicates().containsAll(acknowledged);
        }
    }

    private void anotherOnItsDataIsRefusedAndTouchesNothing(PlatformProcess running) {
        assertThatIllegalStateException()
                .isThrownBy(() -> PlatformProcess.up(data))
                .withMessageContaining("already runs a stack on " + data);
        assertThat(running.client().token(running.client().platformRealm(), "admin"))
                .as("what was refused has not touched what runs")
                .isNotEmpty();
    }

    private static void killInTheMiddle(PlatformProcess platform, List<String> tenants, Collection<String> acknowledged)
            throws Exception {
        ApiClient commands = commands(platform.client());
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> sending = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                sending.add(senders.submit(() -> {
                    int number;
                    while ((number = next.getAndIncrement()) < COMMANDS) {
                        String name = "user" + number;
                        if (createUser(commands, tenants.get(number % tenants.size()), name)
                                .isEmpty()) {
                            return;
                        }
                        acknowledged.add(name);
                    }
                }));
            }
            Waiting.until("half of the commands are acknowledged", () -> acknowledged.size() >= COMMANDS / 2);
            platform.killGroup();
            for (Future<?> each : sending) {
                each.get();
            }
        }
    }

    /** The id of the new user; empty when the platform went away. */
    private static String createUser(ApiClient commands, String tenant, String name) {
        try {
            Answer answer = commands.post(
                    "/api/v1/tenants/" + tenant + "/users", Map.of("username", name, "display_name", name), Map.of());
            return answer.succeeded() ? answer.id() : "";
        } catch (UnreachableException _) {
            return "";
        }
    }

    private static ApiClient commands(PlatformClient platform) {
        return platform.commands(platform.token(platform.platformRealm(), "admin"));
    }

    private static List<String> createTenants(PlatformClient platform, int count) {
        List<String> tenants = new ArrayList<>();
        String token = platform.token(platform.platformRealm(), "admin");
        for (int i = 0; i < count; i++) {
            Answer requested = platform.commands(token)
                    .post("/api/v1/admin/tenants", Map.of("name", "T" + i, "slug", "crash-" + i), Map.of())
                    .orRefuse();
            tenants.add(requested.id());
            Waiting.until("tenant " + i + " is active", () -> platform.queries(token)
                    .get("/api/v1/admin/tenants/" + requested.id(), Map.of())
                    .data()
                    .path("status")
                    .asString("")
                    .equals("active"));
        }
        return tenants;
    }
}
