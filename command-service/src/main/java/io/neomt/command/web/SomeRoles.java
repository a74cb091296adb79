package io.neomt.command.web;

import io.neomt.commons.web.ApiException;
import io.neomt.event.RoleId;
import io.neomt.permission.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One role or several, each for ever or on terms. */
record SomeRoles(
        @Nullable List<@Nullable RoleId> roleIds,
        @Nullable RoleId roleId,
        @Nullable List<@Nullable RoleItem> assignments) {

    Map<RoleId, Terms> withTerms() {
        Map<RoleId, Terms> roles = new LinkedHashMap<>();
        unlimited().forEach(role -> roles.put(role, Terms.NONE));
        Lists.addRoles(roles, "assignments", assignments);
        return roles;
    }

    Set<RoleId> ids() {
        return withTerms().keySet();
    }

    private Set<RoleId> unlimited() {
        if (roleIds != null && roleId != null) {
            throw ApiException.validation("role_ids", "or role_id is given, and not both");
        }
        if (roleIds == null && roleId == null && assignments == null) {
            throw ApiException.validation("role_ids", "or role_id or assignments is given");
        }
        return roleId == null ? Lists.set("role_ids", roleIds) : Set.of(roleId);
    }
}
