package io.neomt.query.web;

import io.neomt.query.lookup.Holding;
import io.neomt.query.lookup.Holding.Effectiveness;
import java.util.List;
import java.util.Locale;

/**
 * One of a user's entitlements.
 *
 * @param effective whether any of it counts
 * @param effectiveness how much of it counts, see {@link Effectiveness}
 * @param overriddenBy the denials that take away all or a part of a grant
 */
record HoldingBody(
        String permission,
        String effect,
        SourceBody source,
        boolean effective,
        String effectiveness,
        List<EntitlementBody> overriddenBy) {

    static HoldingBody of(Holding holding) {
        EntitlementBody entitlement = EntitlementBody.of(holding.entitlement());
        Effectiveness effectiveness = holding.effectiveness();
        return new HoldingBody(
                entitlement.permission(),
                entitlement.effect(),
                entitlement.source(),
                effectiveness == Effectiveness.FULL || effectiveness == Effectiveness.PARTIAL,
                effectiveness.name().toLowerCase(Locale.ROOT),
                holding.overriddenBy().stream().map(EntitlementBody::of).toList());
    }
}
