package io.neomt.event;

import io.neomt.permission.Effect;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import org.jspecify.annotations.Nullable;

/** What happens to a user: its life, its roles, its direct grants and denials. */
public sealed interface UserEvent extends Event {

    UserId userId();

    /** @param externalId the subject ({@code sub}) by which the tenant's realm knows the user */
    record UserCreated(
            UserId userId, String username, @Nullable String email, String displayName, String externalId)
            implements UserEvent {}

    record UserUpdated(UserId userId, @Nullable String email, String displayName) implements UserEvent {}

    record UserDeactivated(UserId userId) implements UserEvent {}

    record UserReactivated(UserId userId) implements UserEvent {}

    /** The user stays known as deleted and is denied everything; its names are free again. */
    record UserDeleted(UserId userId) implements UserEvent {}

    /** Replaces the terms of an earlier assignment of the role. */
    record RoleAssigned(UserId userId, RoleId roleId, Terms terms) implements UserEvent {
        public RoleAssigned(UserId userId, RoleId roleId) {
            this(userId, roleId, Terms.NONE);
        }
    }

    record RoleUnassigned(UserId userId, RoleId roleId, Cause cause) implements UserEvent {
        public RoleUnassigned(UserId userId, RoleId roleId) {
            this(userId, roleId, Cause.REVOKED);
        }
    }

    record UserPermissionGranted(UserId userId, GrantId grantId, Permission permission) implements UserEvent {
        /** Without limits. */
        public UserPermissionGranted(UserId userId, GrantId grantId, String pattern, Effect effect) {
            this(userId, grantId, new Permission(PermissionPattern.parse(pattern), effect, null, Terms.NONE));
        }
    }

    record UserPermissionRevoked(UserId userId, GrantId grantId, Cause cause) implements UserEvent {
        public UserPermissionRevoked(UserId userId, GrantId grantId) {
            this(userId, grantId, Cause.REVOKED);
        }
    }
}
