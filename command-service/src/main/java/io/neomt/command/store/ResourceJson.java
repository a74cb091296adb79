package io.neomt.command.store;

import io.neomt.command.access.AccessState;
import io.neomt.command.catalogue.CatalogueState;
import io.neomt.command.catalogue.CatalogueState.Definition;
import io.neomt.command.resource.ResourceState;
import io.neomt.event.AccessGrantId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.permission.ResourceAction;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What permissions are about, and who from elsewhere has some, as JSON: catalogues, resources, access grants. */
final class ResourceJson {

    private ResourceJson() {}

    static void write(ObjectNode json, CatalogueState state) {
        ObjectNode codes = json.putObject("codes");
        state.codes().forEach((code, definition) -> {
            ObjectNode node = codes.putObject(code.toString())
                    .put("description", definition.description())
                    .put("version", definition.version());
            Nodes.put(node, "resource_type", definition.resourceType());
        });
    }

    static CatalogueState readCatalogue(JsonNode json) {
        Map<ResourceAction, Definition> codes = new LinkedHashMap<>();
        json.required("codes")
                .forEachEntry((code, node) -> codes.put(
                        ResourceAction.parse(code),
                        new Definition(
                                Nodes.text(node, "description"),
                                Nodes.textOrNull(node, "resource_type"),
                                node.path("version").asLong(0))));
        return new CatalogueState(codes);
    }

    static void write(ObjectNode json, ResourceState state) {
        if (state instanceof ResourceState.Existing r) {
            json.put("properties", r.properties());
            Nodes.put(json, "owner", r.owner());
            Nodes.put(json, "team", r.team());
        }
    }

    static ResourceState read(Instance instance, JsonNode json) {
        if (!json.has("properties")) {
            return new ResourceState.Absent();
        }
        String owner = Nodes.textOrNull(json, "owner");
        String team = Nodes.textOrNull(json, "team");
        return new ResourceState.Existing(
                instance,
                owner == null ? null : UserId.of(owner),
                team == null ? null : TeamId.of(team),
                Nodes.text(json, "properties"));
    }

    static void write(ObjectNode json, AccessState state) {
        if (state instanceof AccessState.Existing a) {
            json.put("home", a.home().toString()).put("user", a.user().toString());
            Nodes.put(json, a.permission());
        }
    }

    static AccessState read(AccessGrantId id, JsonNode json) {
        return json.has("home")
                ? new AccessState.Existing(
                        id,
                        TenantId.of(Nodes.text(json, "home")),
                        UserId.of(Nodes.text(json, "user")),
                        Nodes.permission(json))
                : new AccessState.Revoked(id);
    }
}
