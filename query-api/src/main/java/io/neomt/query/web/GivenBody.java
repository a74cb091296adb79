package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A grant or denial as it was given.
 *
 * @param resource the only one that it is about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GivenBody(
        String permission,
        String effect,
        @Nullable InstanceBody resource,
        @Nullable Instant validFrom,
        @Nullable Instant expiresAt,
        @Nullable String condition) {

    /** One resource. */
    record InstanceBody(String type, String id) {
        static @Nullable InstanceBody of(@Nullable Instance instance) {
            return instance == null ? null : new InstanceBody(instance.type(), instance.id());
        }
    }

    static GivenBody of(Permission permission) {
        return new GivenBody(
                permission.pattern().text(),
                permission.effect().name().toLowerCase(Locale.ROOT),
                InstanceBody.of(permission.instance()),
                permission.terms().validFrom(),
                permission.terms().expiresAt(),
                permission.terms().condition());
    }
}
