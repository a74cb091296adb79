package io.neomt.command.model;

import io.neomt.command.tenant.Life;
import io.neomt.command.tenant.TenantState;
import io.neomt.event.FirstAdmin;
import io.neomt.event.TenantContact;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a command about a tenant answers. */
final class TenantAnswer {

    private TenantAnswer() {}

    static void put(Fields fields, TenantState state) {
        if (state instanceof TenantState.Existing tenant) {
            fields.put("id", tenant.id())
                    .put("name", tenant.name())
                    .put("slug", tenant.slug())
                    .put("organization_id", tenant.wish().organizationId())
                    .put("region", tenant.wish().region())
                    .put("deployment_type", Fields.lower(tenant.wish().deploymentType()))
                    .put("schema_name", tenant.wish().schemaName())
                    .put("settings", Map.of("free_permission_codes", tenant.freePermissionCodes()))
                    .put("create_keycloak_realm", tenant.wish().createRealm())
                    .put("first_admin", admin(tenant.wish().firstAdmin()))
                    .put("contacts", contacts(tenant))
                    .put("status", tenant.status().text());
            life(fields, tenant.life());
        }
    }

    private static void life(Fields fields, Life life) {
        if (life.placement() != null) {
            fields.put("connection_name", life.placement().connectionName())
                    .put("database_role", life.placement().databaseRole());
        }
        if (life.failure() != null) {
            fields.put("failed_step", life.failure().step())
                    .put("failed_reason", life.failure().reason());
        }
        fields.put("suspended_reason", life.suspended());
        switch (life.status()) {
            case DEPROVISIONING -> fields.put("purge_after", life.until());
            case DELETED -> fields.put("restorable_until", life.until()).put("purging", life.purging());
            case PURGED -> fields.put("removed", life.removed());
            case REQUESTED, PROVISIONING, FAILED, ACTIVE, SUSPENDED -> {}
        }
    }

    private static @Nullable Map<String, Object> admin(@Nullable FirstAdmin admin) {
        return admin == null
                ? null
                : new Fields()
                        .put("username", admin.username())
                        .put("email", admin.email())
                        .put("display_name", admin.displayName())
                        .all();
    }

    private static @Nullable Object contacts(TenantState.Existing tenant) {
        return tenant.contacts().isEmpty()
                ? null
                : tenant.contacts().stream().map(TenantAnswer::contact).toList();
    }

    private static Map<String, Object> contact(TenantContact contact) {
        return new Fields()
                .put("kind", contact.kind())
                .put("name", contact.name())
                .put("email", contact.email())
                .all();
    }
}
