package io.neomt.commons.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param goodUntil the token is not to be believed at this moment or later
 * @param session null where nobody signed in for it, as for a service account
 */
record VerifiedToken(
        Caller caller, Instant goodUntil, @Nullable Session session) {}
