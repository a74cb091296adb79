package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.PlatformClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Migrates the tenants of a running platform by REST, as an operator does. */
final class MigrationBench {

    private static final String MIGRATIONS = "/api/v1/admin/migrations";
    /** As {@code ./neo migrate} looks. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private static final int ASKED_TENANTS = 50;

    private final PlatformClient client;

    MigrationBench(PlatformClient client) {
        this.client = client;
    }

    /** Some users to check for, in as many tenants. */
    List<CheckServing.Asked> users(String prefix, int tenants) {
        List<CheckServing.Asked> asked = new ArrayList<>();
        for (int i = 0; i < Math.min(ASKED_TENANTS, tenants); i++) {
            String slug = prefix + i;
            Answer user = client.commands(token())
                    .post(
                            "/api/v1/tenants/" + slug + "/users",
                            Map.of("username", "ann", "display_name", "Ann", "email", "ann@" + slug + ".example"),
                            once())
                    .orRefuse();
            asked.add(new CheckServing.Asked(slug, user.id()));
        }
        return asked;
    }

    /**
     * A run.
     *
     * @param took from the request to its end
     */
    record Run(long schemas, Duration took) {

        double perSecond() {
            return schemas / (took.toNanos() / 1e9);
        }
    }

    Run migrateAll() {
        ApiClient orchestrator = orchestrator();
        long begun = System.nanoTime();
        Answer asked = apply(orchestrator);
        if (asked.status() != 202) {
            throw new IllegalStateException("there was nothing to migrate: " + asked.body());
        }
        JsonNode run = run(orchestrator, asked.id());
        while (run.path("state").asString("").equals("running")) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            run = run(orchestrator, asked.id());
        }
        if (!run.path("state").asString("").equals("done")) {
            throw new IllegalStateException("the run has ended otherwise: " + run);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        long schemas = run.path("waves")
                .valueStream()
                .mapToLong(wave -> wave.path("done").asLong(0))
                .sum();
        return new Run(schemas, took);
    }

    /** A run over the fleet for which there is nothing to do. */
    Duration nothingToDo() {
        ApiClient orchestrator = orchestrator();
        long begun = System.nanoTime();
        Answer asked = apply(orchestrator);
        if (asked.status() != 200) {
            throw new IllegalStateException("something was left to migrate: " + asked.body());
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    Duration drift() {
        long begun = System.nanoTime();
        Answer unused = orchestrator().get(MIGRATIONS + "/drift", Map.of()).orRefuse();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static Answer apply(ApiClient orchestrator) {
        return orchestrator
                .post(MIGRATIONS + "/apply", Map.of("scope", "tenants"), once())
                .orRefuse();
    }

    private static JsonNode run(ApiClient orchestrator, String id) {
        return orchestrator.get(MIGRATIONS + "/runs/" + id, Map.of()).orRefuse().data();
    }

    private ApiClient orchestrator() {
        return client.service("migration-orchestrator").as(token());
    }

    private String token() {
        return client.token(client.platformRealm(), "admin");
    }

    private static Map<String, String> once() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }
}
