package io.neomt.deploy.cli.migrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to be migrated, and how carefully. */
final class Wish {

    /** Which schemas are meant. */
    enum Scope {
        ALL,
        ADMIN,
        REGIONAL,
        TEMPLATE,
        TENANTS
    }

    @Option(
            names = "--scope",
            defaultValue = "all",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Scope scope = Scope.ALL;

    @Option(names = "--region", description = "Only what lies in this region.")
    private @Nullable String region;

    @Option(names = "--tenant", paramLabel = "SLUG", description = "Only this tenant.")
    private @Nullable String tenant;

    @Option(
            names = "--canary",
            paramLabel = "SLUG",
            description = "A tenant that goes before the others; may be repeated. Without it some are drawn.")
    private List<String> canaries = new ArrayList<>();

    @Option(names = "--batch-size", paramLabel = "N", description = "At most so many schemas in a wave.")
    private @Nullable Integer batchSize;

    @Option(names = "--per-server", paramLabel = "N", description = "So many schemas of one server at a time.")
    private @Nullable Integer perServer;

    @Option(names = "--tolerate", paramLabel = "PERCENT", description = "How many of a later wave may fail.")
    private @Nullable Double tolerated;

    @Option(names = "--dry-run", description = "Changes nothing, and says what would be done and how long it locks.")
    private boolean dryRun;

    boolean dryRun() {
        return dryRun;
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("scope", scope.name().toLowerCase(Locale.ROOT));
        put(body, "region", region);
        put(body, "tenant", tenant);
        put(body, "canaries", canaries.isEmpty() ? null : canaries);
        put(body, "batch_size", batchSize);
        put(body, "per_server", perServer);
        put(body, "tolerated", tolerated);
        put(body, "dry_run", dryRun ? true : null);
        return body;
    }

    static void put(Map<String, Object> body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value);
        }
    }
}
