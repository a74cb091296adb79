package io.neomt.commons.security;

import java.time.Instant;

/** @param goodUntil the token is not to be believed at this moment or later */
record VerifiedToken(Caller caller, Instant goodUntil) {}
