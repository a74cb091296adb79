package io.neomt.deploy.cli.migrate;

import io.neomt.deploy.cli.access.Print;
import io.neomt.deploy.cli.access.Session;
import io.neomt.deploy.cli.terminal.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How far each level is, which runs are open, and which schemas are behind. */
final class FleetStatus {

    private static final List<String> LEVELS = List.of("regional", "template", "tenants");

    private FleetStatus() {}

    static int print(Session session, Fleet fleet, boolean detailed) {
        JsonNode status = fleet.get("/status").data();
        List<JsonNode> late = new ArrayList<>();
        if (detailed) {
            late.addAll(fleet.all("/schemas", "state", "failed"));
            late.addAll(fleet.all("/schemas", "state", "behind"));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        status.properties().forEach(field -> document.put(field.getKey(), field.getValue()));
        if (detailed) {
            document.put("behind", late);
        }
        return session.print(document, () -> {
            levels(session.out(), status);
            status.path("open_runs").forEach(run -> session.out().println(RunWatch.sentence(run)));
            schemas(session.out(), late);
        });
    }

    private static void levels(PrintWriter out, JsonNode status) {
        Table table = new Table("LEVEL", "REQUIRED", "SCHEMAS", "BEHIND", "FAILED", "AT VERSION");
        JsonNode admin = status.path("admin");
        table.add(
                "admin",
                Print.text(admin.path("required_version")),
                "1",
                admin.path("state").asString("").equals("up_to_date") ? "0" : "1",
                "0",
                Print.text(admin.path("current_version")) + ": 1");
        for (String level : LEVELS) {
            JsonNode found = status.path(level);
            table.add(
                    level,
                    Print.text(found.path("required_version")),
                    Print.text(found.path("total")),
                    Print.text(found.path("behind")),
                    Print.text(found.path("failed")),
                    versions(found.path("by_version")));
        }
        table.print(out);
    }

    private static String versions(JsonNode counts) {
        Map<String, Long> schemas = new LinkedHashMap<>();
        counts.forEach(count -> schemas.merge(
                Print.text(count.path("version")), count.path("schemas").asLong(0), Long::sum));
        List<String> texts = schemas.entrySet().stream()
                .map(count -> count.getKey() + ": " + count.getValue())
                .toList();
        return texts.isEmpty() ? "-" : String.join(", ", texts);
    }

    private static void schemas(PrintWriter out, List<JsonNode> schemas) {
        if (schemas.isEmpty()) {
            return;
        }
        Table table = new Table("STATE", "LEVEL", "TENANT", "CONNECTION", "SCHEMA", "VERSION", "ERROR");
        schemas.forEach(schema -> table.add(
                Print.text(schema.path("state")),
                Print.text(schema.path("level")),
                Print.text(schema.path("tenant")),
                Print.text(schema.path("connection")),
                Print.text(schema.path("schema")),
                Print.text(schema.path("version")),
                Print.text(schema.path("error")).lines().findFirst().orElse("")));
        table.print(out);
    }
}
