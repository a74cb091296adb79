package io.neomt.command.web;

import io.neomt.command.grant.GrantCommand.AssignRoles;
import io.neomt.command.grant.GrantCommand.GrantPermission;
import io.neomt.command.grant.GrantCommand.RevokePermission;
import io.neomt.command.grant.GrantCommand.UnassignRoles;
import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.Membership;
import io.neomt.command.team.TeamCommand.AddMembers;
import io.neomt.command.team.TeamCommand.RemoveMembers;
import io.neomt.commons.web.ApiException;
import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One of many changes. Which fields belong to it says its {@code op}. */
record Operation(
        Op op,
        @Nullable UserId userId,
        @Nullable RoleId roleId,
        @Nullable GrantId grantId,
        @Nullable TeamId teamId,
        @Nullable String teamRole,
        @Nullable String permission,
        @Nullable Effect effect,
        PermissionItem.@Nullable ResourceName resource,
        @Nullable Instant validFrom,
        @Nullable Instant expiresAt,
        @Nullable String condition) {

    private static final Set<String> USER_AND_ROLE = Set.of("user_id", "role_id");
    private static final Set<String> TEAM_AND_USER = Set.of("team_id", "user_id");

    /** What is to be done. */
    enum Op {
        ASSIGN_ROLE,
        UNASSIGN_ROLE,
        GRANT,
        REVOKE,
        ADD_MEMBER,
        REMOVE_MEMBER
    }

    /** The fields that must be there. */
    private Set<String> needed() {
        return switch (op) {
            case ASSIGN_ROLE, UNASSIGN_ROLE -> USER_AND_ROLE;
            case GRANT -> Set.of("user_id", "permission");
            case REVOKE -> Set.of("user_id", "grant_id");
            case ADD_MEMBER, REMOVE_MEMBER -> TEAM_AND_USER;
        };
    }

    /** The fields that may be there besides. */
    private Set<String> possible() {
        return switch (op) {
            case ASSIGN_ROLE -> Set.of("valid_from", "expires_at", "condition");
            case GRANT -> Set.of("effect", "resource", "valid_from", "expires_at", "condition");
            case ADD_MEMBER -> Set.of("team_role", "valid_from", "expires_at", "condition");
            case UNASSIGN_ROLE, REVOKE, REMOVE_MEMBER -> Set.of();
        };
    }

    /**
     * @param at where in the body it stands
     * @param ids gives UUIDv7
     */
    Command command(String at, Supplier<UUID> ids) {
        checkFields(at);
        UserId user = Objects.requireNonNull(userId);
        return switch (op) {
            case ASSIGN_ROLE -> new AssignRoles(user, Map.of(Objects.requireNonNull(roleId), terms(at)));
            case UNASSIGN_ROLE -> new UnassignRoles(user, Set.of(Objects.requireNonNull(roleId)));
            case GRANT ->
                new GrantPermission(
                        user,
                        new GrantId(ids.get()),
                        new PermissionItem(
                                        Objects.requireNonNull(permission),
                                        effect,
                                        resource,
                                        validFrom,
                                        expiresAt,
                                        condition)
                                .at(at + "."));
            case REVOKE -> new RevokePermission(user, Objects.requireNonNull(grantId));
            case ADD_MEMBER ->
                new AddMembers(
                        Objects.requireNonNull(teamId),
                        Map.of(user, new Membership(Objects.requireNonNullElse(teamRole, "member"), terms(at))));
            case REMOVE_MEMBER -> new RemoveMembers(Objects.requireNonNull(teamId), Set.of(user));
        };
    }

    private Terms terms(String at) {
        return Field.terms(at + ".", validFrom, expiresAt, condition);
    }

    private void checkFields(String at) {
        Set<String> needed = needed();
        Set<String> possible = possible();
        fields().forEach((name, value) -> {
            if (value == null && needed.contains(name)) {
                throw ApiException.validation(at + "." + name, "is missing");
            }
            if (value != null && !needed.contains(name) && !possible.contains(name)) {
                throw ApiException.validation(at + "." + name, "does not belong to this operation");
            }
        });
    }

    private Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("user_id", userId);
        fields.put("role_id", roleId);
        fields.put("grant_id", grantId);
        fields.put("team_id", teamId);
        fields.put("team_role", teamRole);
        fields.put("permission", permission);
        fields.put("effect", effect);
        fields.put("resource", resource);
        fields.put("valid_from", validFrom);
        fields.put("expires_at", expiresAt);
        fields.put("condition", condition);
        return fields;
    }
}
