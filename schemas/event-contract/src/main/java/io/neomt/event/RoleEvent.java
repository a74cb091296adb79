package io.neomt.event;

/** What happens to a role: its life, its permissions, the roles it inherits. */
public sealed interface RoleEvent extends Event {

    RoleId roleId();

    /** @param name unique in the tenant: lower case letters, digits, {@code _} and {@code -} */
    record RoleCreated(RoleId roleId, String name, String description) implements RoleEvent {}

    record RoleUpdated(RoleId roleId, String name, String description) implements RoleEvent {}

    record RoleDeleted(RoleId roleId) implements RoleEvent {}

    /** @param permission a pattern {@code resource.action.scope}, which may hold {@code *} */
    record RolePermissionGranted(RoleId roleId, String permission) implements RoleEvent {}

    record RolePermissionRevoked(RoleId roleId, String permission) implements RoleEvent {}

    /** From here on the role has every permission of the parent, too. */
    record RoleParentAdded(RoleId roleId, RoleId parentId) implements RoleEvent {}

    record RoleParentRemoved(RoleId roleId, RoleId parentId) implements RoleEvent {}
}
