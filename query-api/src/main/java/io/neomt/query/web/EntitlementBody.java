package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neomt.permission.Condition;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Limits;
import io.neomt.permission.Window;
import io.neomt.query.web.GivenBody.InstanceBody;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A grant or denial that a user has, with all that limits it on the way, and where it comes from.
 *
 * @param conditions all of which must hold
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntitlementBody(
        String permission,
        String effect,
        @Nullable InstanceBody resource,
        @Nullable Instant validFrom,
        @Nullable Instant expiresAt,
        @Nullable List<String> conditions,
        SourceBody source) {

    static EntitlementBody of(Entitlement entitlement) {
        Limits limits = entitlement.limits();
        Window window = limits.window();
        return new EntitlementBody(
                entitlement.pattern().text(),
                entitlement.effect().name().toLowerCase(Locale.ROOT),
                InstanceBody.of(limits.instance()),
                window.validFrom().equals(Instant.MIN) ? null : window.validFrom(),
                window.expiresAt().equals(Instant.MAX) ? null : window.expiresAt(),
                limits.conditions().isEmpty()
                        ? null
                        : limits.conditions().stream().map(Condition::text).toList(),
                SourceBody.of(entitlement.source()));
    }
}
