package io.neomt.query.scene;

import io.neomt.event.TenantId;
import io.neomt.permission.CompiledUser;
import io.neomt.permission.Decision;
import java.util.List;

/** What one user may do in one tenant, or why they may do nothing at all. */
public sealed interface Standing {

    /** An active user of the tenant. */
    record Active(CompiledUser user) implements Standing {}

    /** A user that is barred, or whose tenant is. */
    record Blocked(Decision.Blocked decision) implements Standing {

        public Blocked(Decision.Cause cause) {
            this(new Decision.Blocked(cause));
        }
    }

    /**
     * No user of this tenant. As a user of the platform, or of a tenant that was given access, they may still act in it.
     */
    record Foreign(List<Access> access) implements Standing {

        /** Whom nobody has given access. */
        public static final Foreign UNKNOWN = new Foreign(List.of());

        public Foreign {
            access = List.copyOf(access);
        }
    }

    /**
     * What a user of another tenant was given in this one.
     *
     * @param home where the user must be active for that
     */
    record Access(TenantId home, CompiledUser user) {}
}
