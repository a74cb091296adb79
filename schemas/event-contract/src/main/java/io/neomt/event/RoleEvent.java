package io.neomt.event;

import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;

/** What happens to a role: its life, its permissions, the roles it inherits. */
public sealed interface RoleEvent extends Event {

    RoleId roleId();

    /**
     * @param name unique in the tenant: lower case letters, digits, {@code _} and {@code -}
     * @param system whether the platform needs it as it is
     */
    record RoleCreated(RoleId roleId, String name, String description, boolean system) implements RoleEvent {
        public RoleCreated(RoleId roleId, String name, String description) {
            this(roleId, name, description, false);
        }
    }

    record RoleUpdated(RoleId roleId, String name, String description) implements RoleEvent {}

    record RoleDeleted(RoleId roleId) implements RoleEvent {}

    record RolePermissionGranted(RoleId roleId, Permission permission) implements RoleEvent {
        /** An unlimited grant. */
        public RolePermissionGranted(RoleId roleId, String pattern) {
            this(roleId, Permission.grant(PermissionPattern.parse(pattern)));
        }
    }

    record RolePermissionRevoked(RoleId roleId, Permission permission, Cause cause) implements RoleEvent {
        public RolePermissionRevoked(RoleId roleId, Permission permission) {
            this(roleId, permission, Cause.REVOKED);
        }

        /** An unlimited grant was revoked. */
        public RolePermissionRevoked(RoleId roleId, String pattern) {
            this(roleId, Permission.grant(PermissionPattern.parse(pattern)));
        }
    }

    /** From here on the role has every permission of the parent, too; replaces the terms of an earlier one. */
    record RoleParentAdded(RoleId roleId, RoleId parentId, Terms terms) implements RoleEvent {
        public RoleParentAdded(RoleId roleId, RoleId parentId) {
            this(roleId, parentId, Terms.NONE);
        }
    }

    record RoleParentRemoved(RoleId roleId, RoleId parentId, Cause cause) implements RoleEvent {
        public RoleParentRemoved(RoleId roleId, RoleId parentId) {
            this(roleId, parentId, Cause.REVOKED);
        }
    }
}
