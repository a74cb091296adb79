package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neomt.query.lookup.Holding;
import io.neomt.query.web.GivenBody.InstanceBody;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One of a user's entitlements, with all that limits it on the way.
 *
 * @param effective whether any of it counts, or would where its conditions hold
 * @param effectiveness how much of it counts, see {@link Holding.Effectiveness}
 * @param overriddenBy the denials that take away all or a part of a grant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldingBody(
        String permission,
        String effect,
        @Nullable InstanceBody resource,
        @Nullable Instant validFrom,
        @Nullable Instant expiresAt,
        @Nullable List<String> conditions,
        SourceBody source,
        boolean effective,
        String effectiveness,
        List<EntitlementBody> overriddenBy) {

    static HoldingBody of(Holding holding) {
        EntitlementBody held = EntitlementBody.of(holding.entitlement());
        return new HoldingBody(
                held.permission(),
                held.effect(),
                held.resource(),
                held.validFrom(),
                held.expiresAt(),
                held.conditions(),
                held.source(),
                isEffective(holding),
                holding.effectiveness().name().toLowerCase(Locale.ROOT),
                holding.overriddenBy().stream().map(EntitlementBody::of).toList());
    }

    private static boolean isEffective(Holding holding) {
        return switch (holding.effectiveness()) {
            case FULL, CONDITIONAL, PARTIAL -> true;
            case OVERRIDDEN, OUTSIDE_WINDOW, BLOCKED -> false;
        };
    }
}
