package io.neomt.e2e.faults;

import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.e2e.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What happens while all tenants' schemas are migrated. */
final class Fleet {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String MIGRATIONS = "/api/v1/admin/migrations";
    private static final int FIRST = 3001;

    private Fleet() {}

    /** The orchestrator is killed in the middle of a run; the next one goes on with it, and does nothing twice. */
    static String killed(FaultPlatform platform, Load load) throws IOException, InterruptedException {
        String version = script(platform.scripts());
        String run = platform.client(ServiceName.MIGRATION_ORCHESTRATOR)
                .post(MIGRATIONS + "/apply", Map.of("scope", "tenants"), Map.of())
                .orRefuse()
                .id();
        Waiting.until("the run has begun", () -> targets(platform, run, "done") > 0);
        platform.service(ServiceName.MIGRATION_ORCHESTRATOR).kill();
        long left = targets(platform, run, "pending");
        platform.start(ServiceName.MIGRATION_ORCHESTRATOR).awaitReady();
        Waiting.until("the run is over", PATIENCE, () -> targets(platform, run, "pending") == 0);
        load.tenants().forEach(tenant -> look(platform, load, tenant, version));
        return left + " schemas were left";
    }

    /** Each is a version of its own, so that each time there is something to do. */
    private static String script(Path folder) throws IOException {
        String version;
        try (var scripts = Files.list(folder)) {
            version = Long.toString(FIRST + scripts.count());
        }
        Files.writeString(
                folder.resolve("V" + version + "__fault.sql"),
                "CREATE TABLE fault_" + version + " (id bigint PRIMARY KEY);\nSELECT pg_sleep(0.1);\n");
        return version;
    }

    private static void look(FaultPlatform platform, Load load, String tenant, String version) {
        String schema = platform.stores()
                .admin()
                .select(TENANTS.SCHEMA_NAME)
                .from(TENANTS)
                .where(TENANTS.ID.eq(UUID.fromString(tenant)))
                .fetchSingle(TENANTS.SCHEMA_NAME);
        DSLContext shared = platform.stores().shared();
        int times = shared.fetchCount(
                DSL.table(DSL.name(schema, "flyway_schema_history")),
                DSL.field("version", String.class).eq(version).and("success"));
        if (times != 1) {
            load.ledger().wrong("migration " + version + " was done " + times + " times in " + schema);
        }
    }

    private static long targets(FaultPlatform platform, String run, String state) {
        return platform.stores()
                .admin()
                .fetchSingle(
                        "SELECT count(*) FROM admin.migration_targets WHERE run_id = ?::uuid AND state = ?", run, state)
                .get(0, Long.class);
    }
}
