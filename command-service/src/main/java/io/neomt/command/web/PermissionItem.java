package io.neomt.command.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.neomt.command.kernel.Field;
import io.neomt.commons.docs.OrText;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.permission.Effect;
import io.neomt.permission.Instance;
import io.neomt.permission.InvalidPermissionException;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A grant or denial as it is asked for. The text alone is an unlimited grant.
 *
 * @param permission {@code resource.action.scope}; on one resource {@code resource.action} will do
 */
@OrText
record PermissionItem(
        String permission,
        @Nullable Effect effect,
        @Nullable ResourceName resource,
        @Nullable Instant validFrom,
        @Nullable Instant expiresAt,
        @Nullable String condition) {

    /** One resource, by the kind and the id that its owner gave it. */
    record ResourceName(String type, String id) {}

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    PermissionItem {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PermissionItem ofText(String permission) {
        return new PermissionItem(permission, null, null, null, null, null);
    }

    /** @param at where in the body it stands, with a dot where fields of it follow */
    Permission at(String at) {
        return new Permission(
                located(at + "permission", this::pattern),
                Objects.requireNonNullElse(effect, Effect.ALLOW),
                resource == null ? null : located(at + "resource", () -> new Instance(resource.type(), resource.id())),
                Field.terms(at, validFrom, expiresAt, condition));
    }

    /** On one resource the scope does not count; the widest one stands for it. */
    private PermissionPattern pattern() {
        boolean withoutScope =
                resource != null && permission.chars().filter(c -> c == '.').count() == 1;
        return PermissionPattern.parse(withoutScope ? permission + ".tenant" : permission);
    }

    static <T> T located(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidPermissionException e) {
            throw new ApiException(
                    ErrorCode.INVALID_PERMISSION, String.valueOf(e.getMessage()), Map.of("field", field));
        }
    }
}
