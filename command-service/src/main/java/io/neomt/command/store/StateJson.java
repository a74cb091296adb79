package io.neomt.command.store;

import io.neomt.command.grant.HolderState;
import io.neomt.command.kernel.DirectGrant;
import io.neomt.command.kernel.Subject;
import io.neomt.command.model.Aggregate;
import io.neomt.command.model.Aggregate.OfOrganization;
import io.neomt.command.model.Aggregate.OfRole;
import io.neomt.command.model.Aggregate.OfTenant;
import io.neomt.command.model.Aggregate.OfUser;
import io.neomt.command.organization.OrganizationState;
import io.neomt.command.role.RoleState;
import io.neomt.command.tenant.TenantState;
import io.neomt.command.tenant.TenantState.Activation;
import io.neomt.command.user.UserState;
import io.neomt.event.DeploymentType;
import io.neomt.event.GrantId;
import io.neomt.event.OrganizationId;
import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import io.neomt.permission.PermissionPattern;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Aggregates as JSON. The ids of aggregates stand in their row, not in here. */
final class StateJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private StateJson() {}

    static String write(Aggregate aggregate) {
        ObjectNode json = JSON.createObjectNode();
        switch (aggregate) {
            case OfOrganization organization -> organization(json, organization.state());
            case OfTenant tenant -> tenant(json, tenant.state());
            case OfUser user -> user(json, user);
            case OfRole role -> role(json, role.state());
        }
        return JSON.writeValueAsString(json);
    }

    static Aggregate read(Subject subject, String text) {
        JsonNode json = JSON.readTree(text);
        return switch (subject.kind()) {
            case ORGANIZATION -> new OfOrganization(organization(OrganizationId.of(subject.id()), json));
            case TENANT -> new OfTenant(tenant(TenantId.of(subject.id()), json));
            case USER -> user(UserId.of(subject.id()), json);
            case ROLE -> new OfRole(role(RoleId.of(subject.id()), json));
            case TEAM, CATALOGUE, RESOURCE, ACCESS, TEMPLATE ->
                throw new IllegalArgumentException("nothing is written about " + subject);
        };
    }

    private static void organization(ObjectNode json, OrganizationState state) {
        if (state instanceof OrganizationState.Existing o) {
            json.put("name", o.name()).put("slug", o.slug());
        }
    }

    private static OrganizationState organization(OrganizationId id, JsonNode json) {
        return new OrganizationState.Existing(id, text(json, "name"), text(json, "slug"));
    }

    private static void tenant(ObjectNode json, TenantState state) {
        if (state instanceof TenantState.Existing t) {
            json.put("name", t.name())
                    .put("slug", t.slug())
                    .put("region", t.region())
                    .put("deployment_type", t.deploymentType().name())
                    .put("schema_name", t.schemaName());
            if (t.organizationId() != null) {
                json.put("organization_id", t.organizationId().toString());
            }
            if (t.activation() != null) {
                json.put("connection_name", t.activation().connectionName())
                        .put("template_version", t.activation().templateVersion());
            }
        }
    }

    private static TenantState tenant(TenantId id, JsonNode json) {
        String organization = textOrNull(json, "organization_id");
        return new TenantState.Existing(
                id,
                text(json, "name"),
                text(json, "slug"),
                organization == null ? null : OrganizationId.of(organization),
                text(json, "region"),
                DeploymentType.valueOf(text(json, "deployment_type")),
                text(json, "schema_name"),
                json.has("connection_name")
                        ? new Activation(text(json, "connection_name"), text(json, "template_version"))
                        : null);
    }

    private static void user(ObjectNode json, OfUser user) {
        if (user.life() instanceof UserState.Existing u) {
            json.put("username", u.username())
                    .put("display_name", u.displayName())
                    .put("external_id", u.externalId())
                    .put("active", u.active());
            if (u.email() != null) {
                json.put("email", u.email());
            }
        }
        if (user.holdings() instanceof HolderState.Existing holder) {
            ArrayNode roles = json.putArray("roles");
            holder.roles().forEach(role -> roles.add(role.toString()));
            ArrayNode grants = json.putArray("grants");
            holder.grants().forEach((id, grant) -> grants.addObject()
                    .put("id", id.toString())
                    .put("permission", grant.permission().text())
                    .put("effect", grant.effect().name()));
        }
    }

    private static OfUser user(UserId id, JsonNode json) {
        boolean active = json.required("active").booleanValue();
        Map<GrantId, DirectGrant> grants = new LinkedHashMap<>();
        json.required("grants")
                .forEach(grant -> grants.put(
                        GrantId.of(text(grant, "id")),
                        new DirectGrant(
                                PermissionPattern.parse(text(grant, "permission")),
                                Effect.valueOf(text(grant, "effect")))));
        return new OfUser(
                new UserState.Existing(
                        id,
                        text(json, "username"),
                        textOrNull(json, "email"),
                        text(json, "display_name"),
                        text(json, "external_id"),
                        active),
                new HolderState.Existing(id, active, set(json, "roles", RoleId::of), grants));
    }

    private static void role(ObjectNode json, RoleState state) {
        switch (state) {
            case RoleState.Existing r -> {
                json.put("name", r.name()).put("description", r.description());
                ArrayNode permissions = json.putArray("permissions");
                r.permissions().forEach(permission -> permissions.add(permission.text()));
                ArrayNode parents = json.putArray("parents");
                r.parents().forEach(parent -> parents.add(parent.toString()));
            }
            case RoleState.Deleted _ -> json.put("deleted", true);
            case RoleState.Absent _ -> throw new IllegalArgumentException("a role without events has no row");
        }
    }

    private static RoleState role(RoleId id, JsonNode json) {
        if (json.has("deleted")) {
            return new RoleState.Deleted(id);
        }
        return new RoleState.Existing(
                id,
                text(json, "name"),
                text(json, "description"),
                set(json, "permissions", PermissionPattern::parse),
                set(json, "parents", RoleId::of));
    }

    private static <T> Set<T> set(JsonNode json, String field, Function<String, T> parse) {
        Set<T> values = new LinkedHashSet<>();
        json.required(field).forEach(node -> values.add(parse.apply(node.stringValue())));
        return values;
    }

    private static String text(JsonNode json, String field) {
        return json.required(field).stringValue();
    }

    private static @Nullable String textOrNull(JsonNode json, String field) {
        JsonNode node = json.get(field);
        return node == null ? null : node.stringValue();
    }
}
