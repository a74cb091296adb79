package io.neomt.command.store;

import io.neomt.command.organization.OrganizationState;
import io.neomt.command.tenant.TenantState;
import io.neomt.command.tenant.TenantState.Activation;
import io.neomt.event.DeploymentType;
import io.neomt.event.OrganizationId;
import io.neomt.event.TenantId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Organizations and tenants as JSON. */
final class TenantJson {

    private TenantJson() {}

    static void write(ObjectNode json, OrganizationState state) {
        if (state instanceof OrganizationState.Existing o) {
            json.put("name", o.name()).put("slug", o.slug());
        }
    }

    static OrganizationState read(OrganizationId id, JsonNode json) {
        return new OrganizationState.Existing(id, Nodes.text(json, "name"), Nodes.text(json, "slug"));
    }

    static void write(ObjectNode json, TenantState state) {
        if (state instanceof TenantState.Existing t) {
            json.put("name", t.name())
                    .put("slug", t.slug())
                    .put("region", t.region())
                    .put("deployment_type", t.deploymentType().name())
                    .put("schema_name", t.schemaName())
                    .put("free_permission_codes", t.freePermissionCodes());
            Nodes.put(json, "organization_id", t.organizationId());
            if (t.activation() != null) {
                json.put("connection_name", t.activation().connectionName())
                        .put("template_version", t.activation().templateVersion());
            }
        }
    }

    /** Tenants from before there were catalogues keep their freedom. */
    static TenantState read(TenantId id, JsonNode json) {
        String organization = Nodes.textOrNull(json, "organization_id");
        return new TenantState.Existing(
                id,
                Nodes.text(json, "name"),
                Nodes.text(json, "slug"),
                organization == null ? null : OrganizationId.of(organization),
                Nodes.text(json, "region"),
                DeploymentType.valueOf(Nodes.text(json, "deployment_type")),
                Nodes.text(json, "schema_name"),
                json.path("free_permission_codes").asBoolean(true),
                json.has("connection_name")
                        ? new Activation(Nodes.text(json, "connection_name"), Nodes.text(json, "template_version"))
                        : null);
    }
}
