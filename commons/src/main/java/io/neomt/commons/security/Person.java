package io.neomt.commons.security;

import org.jspecify.annotations.Nullable;

/**
 * What a realm says of a person.
 *
 * @param username unique in the realm
 * @param email null where there is none, or where the realm has not verified it
 * @param name for people to read
 */
public record Person(
        String username, @Nullable String email, @Nullable String name) {}
