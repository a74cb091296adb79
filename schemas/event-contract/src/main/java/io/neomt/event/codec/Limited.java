package io.neomt.event.codec;

import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Windows, conditions and single resources as the optional fields that many records have. */
final class Limited {

    private Limited() {}

    static @Nullable Long from(Terms terms) {
        return millis(terms.validFrom());
    }

    static @Nullable Long until(Terms terms) {
        return millis(terms.expiresAt());
    }

    static @Nullable String type(Permission permission) {
        return permission.instance() == null ? null : permission.instance().type();
    }

    static @Nullable String id(Permission permission) {
        return permission.instance() == null ? null : permission.instance().id();
    }

    static Terms terms(@Nullable Long from, @Nullable Long until, @Nullable String condition) {
        return from == null && until == null && condition == null
                ? Terms.NONE
                : Terms.of(instant(from), instant(until), condition);
    }

    static Permission permission(
            String pattern, @Nullable String effect, @Nullable String type, @Nullable String id, Terms terms) {
        return new Permission(PermissionPattern.parse(pattern), WireNames.effect(effect), instance(type, id), terms);
    }

    /** One without the other is no resource, and to read it as none would make a grant on one a grant on all. */
    private static @Nullable Instance instance(@Nullable String type, @Nullable String id) {
        if (type == null && id == null) {
            return null;
        }
        if (type == null || id == null) {
            throw new IllegalArgumentException("a resource has both a type and an id");
        }
        return new Instance(type, id);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
