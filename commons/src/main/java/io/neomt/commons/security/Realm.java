package io.neomt.commons.security;

/**
 * Whose users an issuer speaks for.
 *
 * @param name of the realm, as in the issuer's address
 * @param tenantSlug the tenant that it belongs to
 */
record Realm(String name, String tenantSlug, boolean platform) {}
