package io.neomt.query;

import io.neomt.permission.Decision;
import io.neomt.permission.PermissionSet;

/** What one user may do in one tenant, or why they may do nothing at all. */
public sealed interface Standing {

    /** An active user; only here a check can be allowed. */
    record Active(PermissionSet set) implements Standing {}

    /** A user that is unknown or barred, or that belongs to a tenant that is. */
    record Blocked(Decision.Blocked decision) implements Standing {

        public Blocked(Decision.Cause cause) {
            this(new Decision.Blocked(cause));
        }
    }
}
