package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neomt.query.lookup.AccessGrantView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user of another tenant may do, or may not.
 *
 * @param resource the only one that it is about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessGrantBody(
        UUID id,
        UUID homeTenantId,
        UUID userId,
        String permission,
        String effect,
        GivenBody.@Nullable InstanceBody resource,
        @Nullable Instant validFrom,
        @Nullable Instant expiresAt,
        @Nullable String condition,
        Instant grantedAt) {

    static AccessGrantBody of(AccessGrantView grant) {
        GivenBody given = GivenBody.of(grant.permission());
        return new AccessGrantBody(
                grant.id(),
                grant.homeTenantId(),
                grant.userId(),
                given.permission(),
                given.effect(),
                given.resource(),
                given.validFrom(),
                given.expiresAt(),
                given.condition(),
                grant.grantedAt());
    }
}
