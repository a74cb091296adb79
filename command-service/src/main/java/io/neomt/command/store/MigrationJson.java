package io.neomt.command.store;

import io.neomt.command.migration.MigrationState;
import io.neomt.event.MigrationEvent.RunChange;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs of migrations as JSON. */
final class MigrationJson {

    private MigrationJson() {}

    static void write(ObjectNode json, MigrationState state) {
        if (state.change() != null) {
            json.put("change", state.change().name().toLowerCase(Locale.ROOT));
        }
        json.put("migrated", state.migrated()).put("failed", state.failed());
    }

    static MigrationState read(JsonNode json) {
        String change = json.path("change").asString("");
        return new MigrationState(
                change.isEmpty() ? null : RunChange.valueOf(change.toUpperCase(Locale.ROOT)),
                json.path("migrated").asInt(0),
                json.path("failed").asInt(0));
    }
}
