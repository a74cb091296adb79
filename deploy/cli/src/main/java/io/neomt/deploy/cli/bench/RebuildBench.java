package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.PlatformClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Has views of a running platform made anew by REST, as an operator does. */
final class RebuildBench {

    private static final String PROJECTIONS = "/api/v1/admin/projections";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int AT_ONCE = 8;
    private static final int GRANTS = 9;
    private static final int USERS_IN_BULK = 100;

    private final PlatformClient client;

    RebuildBench(PlatformClient client) {
        this.client = client;
    }

    /** One tenant's log: users, and then as many grants to each, by bulk. */
    void write(String tenant, int events) throws InterruptedException {
        ApiClient commands = client.commands(token());
        String path = "/api/v1/tenants/" + tenant;
        commands.put(path + "/settings", Map.of("free_permission_codes", true), once())
                .orRefuse();
        List<String> users = users(tenant, events / (1 + GRANTS));
        for (int from = 0; from < users.size(); from += USERS_IN_BULK) {
            List<String> some = users.subList(from, Math.min(users.size(), from + USERS_IN_BULK));
            client.commands(token())
                    .post(path + "/bulk", Map.of("operations", grants(some)), once())
                    .orRefuse();
        }
    }

    private static List<Map<String, String>> grants(List<String> users) {
        return users.stream()
                .flatMap(user -> Data.CODES.stream()
                        .limit(GRANTS)
                        .map(code -> Map.of("op", "grant", "user_id", user, "permission", code)))
                .toList();
    }

    private List<String> users(String tenant, int count) throws InterruptedException {
        List<Callable<String>> users = IntStream.range(0, count)
                .<Callable<String>>mapToObj(number -> () -> user(tenant, number))
                .toList();
        List<String> ids = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<String> each : threads.invokeAll(users)) {
                ids.add(each.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the log could not be written", e);
        }
        return ids;
    }

    private String user(String tenant, int number) {
        return client.commands(token())
                .post(
                        "/api/v1/tenants/" + tenant + "/users",
                        Map.of("username", "u" + number, "display_name", "U" + number, "external_id", "x" + number),
                        once())
                .orRefuse()
                .id();
    }

    /** Until the view is where the log is. */
    void await(String view, String tenant) {
        String path = PROJECTIONS + "/" + view + "/tenants/" + tenant;
        while (projections()
                        .get(path, Map.of())
                        .orRefuse()
                        .data()
                        .path("lag_events")
                        .asLong(1)
                > 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** @param took from the request to the end that was seen */
    record Run(String view, long tenants, long events, long parts, Duration took) {

        double perSecond() {
            return events / (took.toNanos() / 1e9);
        }
    }

    Run rebuild(String view) {
        long begun = System.nanoTime();
        String id = projections()
                .post(PROJECTIONS + "/" + view + "/rebuilds", Map.of(), once())
                .orRefuse()
                .data()
                .path("rebuild")
                .path("id")
                .asString();
        JsonNode rebuild = show(id);
        while (rebuild.path("state").asString("").equals("running")) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            rebuild = show(id);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        if (!rebuild.path("state").asString("").equals("done")) {
            throw new IllegalStateException("the rebuild has ended otherwise: " + rebuild);
        }
        return new Run(
                view,
                rebuild.path("tenants").asLong(),
                rebuild.path("events").asLong(),
                rebuild.path("parts").asLong(),
                took);
    }

    private JsonNode show(String id) {
        return projections()
                .get(PROJECTIONS + "/rebuilds/" + id, Map.of())
                .orRefuse()
                .data()
                .path("rebuild");
    }

    private ApiClient projections() {
        return client.service("projection-service").as(token());
    }

    private String token() {
        return client.token(client.platformRealm(), "admin");
    }

    private static Map<String, String> once() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }
}
