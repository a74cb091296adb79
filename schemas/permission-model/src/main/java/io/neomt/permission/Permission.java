package io.neomt.permission;

import org.jspecify.annotations.Nullable;

/**
 * A grant or denial as it was given to a user, role or team. Equal ones are the same one.
 *
 * @param instance the only resource that it is about; null for every resource of its scope
 */
public record Permission(
        PermissionPattern pattern, Effect effect, @Nullable Instance instance, Terms terms) {

    /** An unlimited grant. */
    public static Permission grant(PermissionPattern pattern) {
        return new Permission(pattern, Effect.ALLOW, null, Terms.NONE);
    }

    /** An unlimited denial. */
    public static Permission denial(PermissionPattern pattern) {
        return new Permission(pattern, Effect.DENY, null, Terms.NONE);
    }
}
