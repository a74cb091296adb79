package io.neomt.query.check;

import io.neomt.permission.Entitlement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was given in a tenant.
 *
 * @param barred whether none of it counts, since they can do nothing at home
 */
public record Held(boolean barred, List<Entitlement> entitlements) {

    static final Held NOTHING = new Held(false, List.of());

    public Held {
        entitlements = List.copyOf(entitlements);
    }

    /** @param entitlements null when they are not all known */
    static @Nullable Held of(@Nullable List<Entitlement> entitlements) {
        return entitlements == null ? null : new Held(false, entitlements);
    }

    List<Entitlement> counted() {
        return barred ? List.of() : entitlements;
    }
}
