package io.neomt.command.store;

import io.neomt.command.organization.OrganizationState;
import io.neomt.event.OrganizationId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Organizations as JSON. */
final class OrganizationJson {

    private OrganizationJson() {}

    static void write(ObjectNode json, OrganizationState state) {
        if (state instanceof OrganizationState.Existing o) {
            json.put("name", o.name()).put("slug", o.slug());
        }
    }

    static OrganizationState read(OrganizationId id, JsonNode json) {
        return new OrganizationState.Existing(id, Nodes.text(json, "name"), Nodes.text(json, "slug"));
    }
}
