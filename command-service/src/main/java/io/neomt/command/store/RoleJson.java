package io.neomt.command.store;

import io.neomt.command.role.RoleState;
import io.neomt.command.team.TeamState;
import io.neomt.command.template.TemplateState;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds permissions for others, as JSON: roles, their templates, teams. */
final class RoleJson {

    private RoleJson() {}

    static void write(ObjectNode json, RoleState state) {
        switch (state) {
            case RoleState.Existing r -> {
                json.put("name", r.name()).put("description", r.description()).put("system", r.system());
                Nodes.permissions(json.putArray("permissions"), r.permissions());
                Nodes.limited(json.putArray("parents"), r.parents());
            }
            case RoleState.Deleted _ -> json.put("deleted", true);
            case RoleState.Absent _ -> throw new IllegalArgumentException("a role without events has no row");
        }
    }

    static RoleState readRole(RoleId id, JsonNode json) {
        if (json.has("deleted")) {
            return new RoleState.Deleted(id);
        }
        return new RoleState.Existing(
                id,
                Nodes.text(json, "name"),
                Nodes.text(json, "description"),
                json.path("system").asBoolean(false),
                Nodes.permissions(json.get("permissions")),
                Nodes.limited(json.get("parents"), RoleId::of));
    }

    static void write(ObjectNode json, TeamState state) {
        switch (state) {
            case TeamState.Existing t -> {
                json.put("name", t.name()).put("description", t.description());
                Nodes.put(json, "parent_id", t.parentId());
                Nodes.limited(json.putArray("roles"), t.roles());
                Nodes.permissions(json.putArray("permissions"), t.permissions());
            }
            case TeamState.Deleted _ -> json.put("deleted", true);
            case TeamState.Absent _ -> throw new IllegalArgumentException("a team without events has no row");
        }
    }

    static TeamState readTeam(TeamId id, JsonNode json) {
        if (json.has("deleted")) {
            return new TeamState.Deleted(id);
        }
        String parent = Nodes.textOrNull(json, "parent_id");
        return new TeamState.Existing(
                id,
                Nodes.text(json, "name"),
                Nodes.text(json, "description"),
                parent == null ? null : TeamId.of(parent),
                Nodes.limited(json.get("roles"), RoleId::of),
                Nodes.permissions(json.get("permissions")));
    }

    static void write(ObjectNode json, TemplateState state) {
        if (state instanceof TemplateState.Existing t) {
            json.put("description", t.description());
            Nodes.permissions(json.putArray("permissions"), t.permissions());
        }
    }

    static TemplateState readTemplate(String name, JsonNode json) {
        return json.has("description")
                ? new TemplateState.Existing(
                        name, Nodes.text(json, "description"), List.copyOf(Nodes.permissions(json.get("permissions"))))
                : new TemplateState.Absent();
    }
}
