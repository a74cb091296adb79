package io.neomt.projection.views;

import static io.neomt.projection.views.MemoryTables.columns;
import static io.neomt.projection.views.MemoryTables.permission;
import static io.neomt.projection.views.MemoryTables.terms;

import io.neomt.event.RoleEvent;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleEvent.RoleParentRemoved;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleEvent.RolePermissionRevoked;
import io.neomt.event.RoleEvent.RoleUpdated;
import io.neomt.event.TeamEvent;
import io.neomt.event.TeamEvent.TeamCreated;
import io.neomt.event.TeamEvent.TeamDeleted;
import io.neomt.event.TeamEvent.TeamMemberAdded;
import io.neomt.event.TeamEvent.TeamMemberRemoved;
import io.neomt.event.TeamEvent.TeamMoved;
import io.neomt.event.TeamEvent.TeamPermissionGranted;
import io.neomt.event.TeamEvent.TeamPermissionRevoked;
import io.neomt.event.TeamEvent.TeamRoleAssigned;
import io.neomt.event.TeamEvent.TeamRoleUnassigned;
import io.neomt.event.TeamEvent.TeamUpdated;
import io.neomt.event.UserEvent;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserDeleted;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.event.UserEvent.UserReactivated;
import io.neomt.event.UserEvent.UserUpdated;
import io.neomt.event.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of users, roles and teams, and of what they have. */
final class ExpectedHolders {

    private final MemoryTables tables;

    ExpectedHolders(MemoryTables tables) {
        this.tables = tables;
    }

    void add(UserEvent event, Instant at, List<@Nullable Object> last) {
        UserId id = event.userId();
        tables.put("users", id, last);
        switch (event) {
            case UserCreated e ->
                tables.put(
                        "users",
                        id,
                        columns(
                                "id",
                                id,
                                "username",
                                e.username(),
                                "email",
                                e.email(),
                                "display_name",
                                e.displayName(),
                                "external_id",
                                e.externalId(),
                                "status",
                                "active",
                                "created_at",
                                at));
            case UserUpdated e -> tables.put("users", id, columns("email", e.email(), "display_name", e.displayName()));
            case UserDeactivated _ -> tables.put("users", id, columns("status", "deactivated"));
            case UserReactivated _ -> tables.put("users", id, columns("status", "active"));
            case UserDeleted _ -> {
                tables.put("users", id, columns("status", "deleted"));
                List.of("user_roles", "user_permissions", "team_members")
                        .forEach(table ->
                                tables.removeIf(table, row -> id.toString().equals(row.get("user_id"))));
            }
            case RoleAssigned e ->
                tables.put(
                        "user_roles",
                        List.of(id, e.roleId()),
                        columns("user_id", id, "role_id", e.roleId(), "assigned_at", at, terms(e.terms())));
            case RoleUnassigned e -> tables.remove("user_roles", List.of(id, e.roleId()));
            case UserPermissionGranted e ->
                tables.put(
                        "user_permissions",
                        e.grantId(),
                        columns("id", e.grantId(), "user_id", id, "granted_at", at, permission(e.permission())));
            case UserPermissionRevoked e -> tables.remove("user_permissions", e.grantId());
        }
    }

    void add(RoleEvent event, Instant at, List<@Nullable Object> last) {
        tables.put("roles", event.roleId(), last);
        switch (event) {
            case RoleCreated e ->
                tables.put(
                        "roles",
                        e.roleId(),
                        columns(
                                "id",
                                e.roleId(),
                                "name",
                                e.name(),
                                "description",
                                e.description(),
                                "is_system",
                                e.system(),
                                "created_at",
                                at,
                                "deleted_at",
                                null));
            case RoleUpdated e ->
                tables.put("roles", e.roleId(), columns("name", e.name(), "description", e.description()));
            case RoleDeleted e -> tables.put("roles", e.roleId(), columns("deleted_at", at));
            case RolePermissionGranted e ->
                tables.putNew(
                        "role_permissions",
                        List.of(e.roleId(), e.permission()),
                        columns("role_id", e.roleId(), "granted_at", at, permission(e.permission())));
            case RolePermissionRevoked e -> tables.remove("role_permissions", List.of(e.roleId(), e.permission()));
            case RoleParentAdded e ->
                tables.put(
                        "role_parents",
                        List.of(e.roleId(), e.parentId()),
                        columns("role_id", e.roleId(), "parent_id", e.parentId(), terms(e.terms())));
            case RoleParentRemoved e -> tables.remove("role_parents", List.of(e.roleId(), e.parentId()));
        }
    }

    void add(TeamEvent event, Instant at, List<@Nullable Object> last) {
        tables.put("teams", event.teamId(), last);
        switch (event) {
            case TeamCreated e ->
                tables.put(
                        "teams",
                        e.teamId(),
                        columns(
                                "id",
                                e.teamId(),
                                "name",
                                e.name(),
                                "description",
                                e.description(),
                                "parent_id",
                                e.parentId(),
                                "created_at",
                                at,
                                "deleted_at",
                                null));
            case TeamUpdated e ->
                tables.put("teams", e.teamId(), columns("name", e.name(), "description", e.description()));
            case TeamMoved e -> tables.put("teams", e.teamId(), columns("parent_id", e.parentId()));
            case TeamDeleted e -> tables.put("teams", e.teamId(), columns("deleted_at", at));
            case TeamMemberAdded e ->
                tables.put(
                        "team_members",
                        List.of(e.teamId(), e.userId()),
                        columns(
                                "team_id",
                                e.teamId(),
                                "user_id",
                                e.userId(),
                                "team_role",
                                e.teamRole(),
                                "joined_at",
                                at,
                                terms(e.terms())));
            case TeamMemberRemoved e -> tables.remove("team_members", List.of(e.teamId(), e.userId()));
            case TeamRoleAssigned e ->
                tables.put(
                        "team_roles",
                        List.of(e.teamId(), e.roleId()),
                        columns("team_id", e.teamId(), "role_id", e.roleId(), "assigned_at", at, terms(e.terms())));
            case TeamRoleUnassigned e -> tables.remove("team_roles", List.of(e.teamId(), e.roleId()));
            case TeamPermissionGranted e ->
                tables.putNew(
                        "team_permissions",
                        List.of(e.teamId(), e.permission()),
                        columns("team_id", e.teamId(), "granted_at", at, permission(e.permission())));
            case TeamPermissionRevoked e -> tables.remove("team_permissions", List.of(e.teamId(), e.permission()));
        }
    }
}
