package io.neomt.event;

import io.neomt.permission.Permission;

/** What users of other tenants may do in this one; recorded in the sequence of the tenant that is opened. */
public sealed interface AccessEvent extends Event {

    AccessGrantId accessGrantId();

    /**
     * @param home the tenant that the user belongs to
     * @param user somebody of that tenant
     */
    record AccessGranted(AccessGrantId accessGrantId, TenantId home, UserId user, Permission permission)
            implements AccessEvent {}

    record AccessRevoked(AccessGrantId accessGrantId, Cause cause) implements AccessEvent {
        public AccessRevoked(AccessGrantId accessGrantId) {
            this(accessGrantId, Cause.REVOKED);
        }
    }
}
