package io.neomt.query.lookup;

import io.neomt.permission.Entitlement;
import java.util.List;

/** A user that exists, with everything they hold, whether or not it counts. */
public record Entitled(boolean active, List<Entitlement> entitlements) {

    public Entitled {
        entitlements = List.copyOf(entitlements);
    }
}
