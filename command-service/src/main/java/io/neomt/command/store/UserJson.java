package io.neomt.command.store;

import io.neomt.command.grant.HolderState;
import io.neomt.command.kernel.Membership;
import io.neomt.command.model.Aggregate.OfUser;
import io.neomt.command.user.UserState;
import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Permission;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Users as JSON. */
final class UserJson {

    private UserJson() {}

    static void write(ObjectNode json, OfUser user) {
        switch (user.life()) {
            case UserState.Existing u -> {
                json.put("username", u.username())
                        .put("display_name", u.displayName())
                        .put("external_id", u.externalId())
                        .put("active", u.active());
                Nodes.put(json, "email", u.email());
            }
            case UserState.Deleted u -> {
                json.put("deleted", true);
                Nodes.put(json, "external_id", u.externalId());
            }
            case UserState.Absent _ -> throw new IllegalArgumentException("a user without events has no row");
        }
        if (user.holdings() instanceof HolderState.Existing holder) {
            write(json, holder);
        }
    }

    private static void write(ObjectNode json, HolderState.Existing holder) {
        Nodes.limited(json.putArray("roles"), holder.roles());
        ArrayNode grants = json.putArray("grants");
        holder.grants().forEach((id, grant) -> Nodes.put(grants.addObject().put("id", id.toString()), grant));
        ArrayNode teams = json.putArray("teams");
        holder.teams().forEach((id, membership) -> {
            ObjectNode team = teams.addObject().put("id", id.toString()).put("team_role", membership.teamRole());
            Nodes.put(team, membership.terms());
        });
    }

    static OfUser read(UserId id, JsonNode json) {
        if (json.has("deleted")) {
            return new OfUser(
                    new UserState.Deleted(id, Nodes.textOrNull(json, "external_id")), new HolderState.Absent());
        }
        boolean active = json.required("active").booleanValue();
        return new OfUser(
                new UserState.Existing(
                        id,
                        Nodes.text(json, "username"),
                        Nodes.textOrNull(json, "email"),
                        Nodes.text(json, "display_name"),
                        Nodes.text(json, "external_id"),
                        active),
                new HolderState.Existing(
                        id, active, Nodes.limited(json.get("roles"), RoleId::of), grants(json), teams(json)));
    }

    private static Map<GrantId, Permission> grants(JsonNode json) {
        Map<GrantId, Permission> grants = new LinkedHashMap<>();
        for (JsonNode grant : Nodes.elements(json.get("grants"))) {
            grants.put(GrantId.of(Nodes.text(grant, "id")), Nodes.permission(grant));
        }
        return grants;
    }

    private static Map<TeamId, Membership> teams(JsonNode json) {
        Map<TeamId, Membership> teams = new LinkedHashMap<>();
        for (JsonNode team : Nodes.elements(json.get("teams"))) {
            teams.put(
                    TeamId.of(Nodes.text(team, "id")),
                    new Membership(Nodes.text(team, "team_role"), Nodes.terms(team)));
        }
        return teams;
    }
}
