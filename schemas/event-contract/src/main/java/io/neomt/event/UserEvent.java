package io.neomt.event;

import io.neomt.permission.Effect;
import org.jspecify.annotations.Nullable;

/** What happens to a user: its life, its roles, its direct grants and denials. */
public sealed interface UserEvent extends Event {

    UserId userId();

    /** @param externalId the subject ({@code sub}) by which the tenant's realm knows the user */
    record UserCreated(
            UserId userId, String username, @Nullable String email, String displayName, String externalId)
            implements UserEvent {}

    record UserDeactivated(UserId userId) implements UserEvent {}

    record UserReactivated(UserId userId) implements UserEvent {}

    record RoleAssigned(UserId userId, RoleId roleId) implements UserEvent {}

    record RoleUnassigned(UserId userId, RoleId roleId) implements UserEvent {}

    /** @param permission a pattern {@code resource.action.scope}, which may hold {@code *} */
    record UserPermissionGranted(UserId userId, GrantId grantId, String permission, Effect effect)
            implements UserEvent {}

    record UserPermissionRevoked(UserId userId, GrantId grantId) implements UserEvent {}
}
