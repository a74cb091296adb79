package io.neomt.query.lookup;

import java.util.List;
import java.util.UUID;

/**
 * A role with what it gives.
 *
 * @param permissions its own
 * @param inherited those of its parents and their parents
 */
public record RoleDetail(RoleView role, List<String> permissions, List<Parent> parents, List<Inherited> inherited) {

    /** A role that is inherited directly. */
    public record Parent(UUID id, String name) {}

    /** @param path role names from this role to the one that holds the permission */
    public record Inherited(String permission, List<String> path) {}
}
