package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Gives one user a permission and takes it again over HTTP, and looks when every instance says so. */
final class Probe {

    private static final String PERMISSION = "roles.read.own";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private final ApiClient commands;
    private final List<ApiClient> instances;
    private final String tenant;
    private final String user;

    Probe(ApiClient commands, List<ApiClient> instances, String tenant, String user) {
        this.commands = commands;
        this.instances = instances;
        this.tenant = tenant;
        this.user = user;
    }

    /** Each from before the command was sent to the last instance's first answer that shows it. */
    List<Duration> turn() throws InterruptedException {
        String path = "/api/v1/tenants/" + tenant + "/users/" + user + "/permissions";
        long granted = System.nanoTime();
        Answer grant = commands.post(path, Map.of("permission", PERMISSION, "effect", "allow"), Map.of())
                .orRefuse();
        Duration shown = awaitEverywhere(true, granted);
        long revoked = System.nanoTime();
        Answer unused = commands.delete(path + "/" + grant.id(), null, Map.of()).orRefuse();
        return List.of(shown, awaitEverywhere(false, revoked));
    }

    private Duration awaitEverywhere(boolean allowed, long begun) throws InterruptedException {
        List<Callable<Void>> looks = new ArrayList<>();
        instances.forEach(instance -> looks.add(() -> await(instance, allowed)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> look : threads.invokeAll(looks)) {
                look.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a change was not seen", e.getCause());
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private Void await(ApiClient instance, boolean allowed) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (Queries.isAllowed(instance, tenant, user, PERMISSION, Map.of()) != allowed) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("a change was not seen in time");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return null;
    }
}
