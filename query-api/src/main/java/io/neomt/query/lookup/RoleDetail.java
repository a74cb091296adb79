package io.neomt.query.lookup;

import io.neomt.permission.Entitlement;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.util.List;
import java.util.UUID;

/**
 * A role with what it gives.
 *
 * @param permissions its own
 * @param inherited those of its parents and their parents
 */
public record RoleDetail(
        RoleView role, List<Permission> permissions, List<Parent> parents, List<Entitlement> inherited) {

    /** A role that is inherited directly. */
    public record Parent(UUID id, String name, Terms terms) {}
}
