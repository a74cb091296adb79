package io.neomt.command.store;

import io.neomt.command.tenant.Life;
import io.neomt.command.tenant.Life.Activation;
import io.neomt.command.tenant.Life.Failure;
import io.neomt.command.tenant.Life.Placement;
import io.neomt.command.tenant.TenantState;
import io.neomt.command.tenant.TenantState.Wish;
import io.neomt.command.tenant.TenantStatus;
import io.neomt.event.DeploymentType;
import io.neomt.event.FirstAdmin;
import io.neomt.event.OrganizationId;
import io.neomt.event.TenantContact;
import io.neomt.event.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tenants as JSON. */
final class TenantJson {

    private TenantJson() {}

    static void write(ObjectNode json, TenantState state) {
        if (state instanceof TenantState.Existing tenant) {
            json.put("name", tenant.name()).put("free_permission_codes", tenant.freePermissionCodes());
            contacts(json.putArray("contacts"), tenant.contacts());
            write(json, tenant.wish());
            write(json, tenant.life());
        }
    }

    private static void write(ObjectNode json, Wish wish) {
        json.put("slug", wish.slug())
                .put("region", wish.region())
                .put("deployment_type", wish.deploymentType().name())
                .put("schema_name", wish.schemaName())
                .put("create_realm", wish.createRealm());
        Nodes.put(json, "organization_id", wish.organizationId());
        if (wish.firstAdmin() != null) {
            ObjectNode admin = json.putObject("first_admin")
                    .put("username", wish.firstAdmin().username())
                    .put("display_name", wish.firstAdmin().displayName());
            Nodes.put(admin, "email", wish.firstAdmin().email());
        }
    }

    private static void write(ObjectNode json, Life life) {
        json.put("status", life.status().name()).put("purging", life.purging());
        if (life.placement() != null) {
            json.put("placed_on", life.placement().connectionName());
            Nodes.put(json, "database_role", life.placement().databaseRole());
        }
        if (life.activation() != null) {
            json.put("connection_name", life.activation().connectionName())
                    .put("template_version", life.activation().templateVersion());
        }
        if (life.failure() != null) {
            json.put("failed_step", life.failure().step())
                    .put("failed_reason", life.failure().reason());
        }
        Nodes.put(json, "suspended", life.suspended());
        if (life.until() != null) {
            json.put("until", life.until().toEpochMilli());
        }
        if (!life.removed().isEmpty()) {
            life.removed().forEach(json.putArray("removed")::add);
        }
    }

    private static void contacts(ArrayNode list, List<TenantContact> contacts) {
        contacts.forEach(contact -> Nodes.put(
                list.addObject().put("kind", contact.kind()).put("name", contact.name()), "email", contact.email()));
    }

    /** Tenants from before there were catalogues keep their freedom. */
    static TenantState read(TenantId id, JsonNode json) {
        return new TenantState.Existing(
                id,
                Nodes.text(json, "name"),
                contacts(json),
                wish(json),
                json.path("free_permission_codes").asBoolean(true),
                life(json));
    }

    private static List<TenantContact> contacts(JsonNode json) {
        List<TenantContact> contacts = new ArrayList<>();
        for (JsonNode contact : Nodes.elements(json.get("contacts"))) {
            contacts.add(new TenantContact(
                    Nodes.text(contact, "kind"), Nodes.text(contact, "name"), Nodes.textOrNull(contact, "email")));
        }
        return contacts;
    }

    private static Wish wish(JsonNode json) {
        String organization = Nodes.textOrNull(json, "organization_id");
        return new Wish(
                Nodes.text(json, "slug"),
                organization == null ? null : OrganizationId.of(organization),
                Nodes.text(json, "region"),
                DeploymentType.valueOf(Nodes.text(json, "deployment_type")),
                Nodes.text(json, "schema_name"),
                json.path("create_realm").asBoolean(false),
                admin(json.get("first_admin")));
    }

    private static @Nullable FirstAdmin admin(@Nullable JsonNode json) {
        return json == null
                ? null
                : new FirstAdmin(
                        Nodes.text(json, "username"),
                        Nodes.textOrNull(json, "email"),
                        Nodes.text(json, "display_name"));
    }

    /** Before tenants had a status they were active once their schema existed. */
    private static Life life(JsonNode json) {
        String place = Nodes.textOrNull(json, "placed_on");
        String connection = Nodes.textOrNull(json, "connection_name");
        String failed = Nodes.textOrNull(json, "failed_step");
        return new Life(
                status(json, connection != null),
                place == null ? null : new Placement(place, Nodes.textOrNull(json, "database_role")),
                connection == null ? null : new Activation(connection, Nodes.text(json, "template_version")),
                failed == null ? null : new Failure(failed, Nodes.text(json, "failed_reason")),
                Nodes.textOrNull(json, "suspended"),
                json.has("until") ? Instant.ofEpochMilli(json.required("until").longValue()) : null,
                json.path("purging").asBoolean(false),
                json.path("removed").valueStream().map(JsonNode::stringValue).toList());
    }

    private static TenantStatus status(JsonNode json, boolean activated) {
        String status = Nodes.textOrNull(json, "status");
        if (status == null) {
            return activated ? TenantStatus.ACTIVE : TenantStatus.REQUESTED;
        }
        return TenantStatus.valueOf(status);
    }
}
