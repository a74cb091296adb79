package io.neomt.e2e;

import io.neomt.permission.Effect;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One spelling for what events, rows and sets each write in their own way. */
final class Texts {

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Texts() {}

    static String of(Permission permission) {
        return permission.pattern() + "=" + (permission.effect() == Effect.ALLOW ? "allow" : "deny")
                + (permission.instance() == null ? "" : " on " + permission.instance())
                + of(permission.terms());
    }

    static String of(
            String pattern,
            String effect,
            @Nullable String type,
            @Nullable String id,
            @Nullable Instant validFrom,
            @Nullable Instant expiresAt,
            @Nullable String condition) {
        return PermissionPattern.parse(pattern) + "=" + effect + (type == null ? "" : " on " + type + "/" + id)
                + of(Terms.of(validFrom, expiresAt, condition));
    }

    static String of(Terms terms) {
        return terms.equals(Terms.NONE)
                ? ""
                : " [" + terms.validFrom() + ", " + terms.expiresAt() + ", " + terms.condition() + "]";
    }

    static String json(String text) {
        return SORTED.writeValueAsString(SORTED.readValue(text, Object.class));
    }
}
