package io.neomt.commons.security;

import org.jspecify.annotations.Nullable;

/**
 * Who sent the request, as the verified token says. A controller takes it as an argument. Whether such a user exists and
 * what it may do is for the service to find out.
 *
 * @param realm the realm that issued the token
 * @param tenantSlug the tenant that the realm belongs to; {@code platform} for the platform's realm
 * @param externalId {@code sub} of the token, the user's {@code external_id}
 * @param name {@code preferred_username}, or the external id; for display and logs only
 * @param platform whether the caller is a user of the platform, who may name any tenant
 * @param person what the token says of the caller; null unless it is surely a person
 */
public record Caller(
        String realm,
        String tenantSlug,
        String externalId,
        String name,
        boolean platform,
        @Nullable Person person) {

    /** The slug of the platform's own tenant. */
    public static final String PLATFORM_SLUG = "platform";
}
