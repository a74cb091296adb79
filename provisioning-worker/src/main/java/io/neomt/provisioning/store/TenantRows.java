package io.neomt.provisioning.store;

import io.neomt.event.DeploymentType;
import io.neomt.event.TenantId;
import io.neomt.provisioning.plan.Wish;
import io.neomt.provisioning.plan.Wish.Admin;
import io.neomt.view.SchemaName;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a tenant shall be from its row of the directory. */
final class TenantRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private TenantRows() {}

    static Wish wish(Record row) {
        return new Wish(
                new TenantId(row.get("id", UUID.class)),
                row.get("slug", String.class),
                row.get("name", String.class),
                new SchemaName(row.get("schema_name", String.class)),
                row.get("region", String.class),
                type(row.get("deployment_type", String.class)),
                row.get("create_realm", Boolean.class),
                admin(row.get("first_admin", String.class)));
    }

    static DeploymentType type(String column) {
        return DeploymentType.valueOf(column.toUpperCase(Locale.ROOT));
    }

    private static Optional<Admin> admin(@Nullable String json) {
        if (json == null) {
            return Optional.empty();
        }
        JsonNode admin = JSON.readTree(json);
        return Optional.of(new Admin(
                admin.path("username").asString(), text(admin.path("email")), text(admin.path("display_name"))));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}
