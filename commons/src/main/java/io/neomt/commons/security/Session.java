package io.neomt.commons.security;

import java.time.Instant;

/**
 * Where somebody signed in: what a token was given for.
 *
 * @param realm that knows the session
 * @param id of the session, {@code sid} of its tokens
 * @param issuedAt when the token at hand was given
 */
public record Session(String realm, String id, Instant issuedAt) {}
