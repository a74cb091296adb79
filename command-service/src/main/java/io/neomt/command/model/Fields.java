package io.neomt.command.model;

import io.neomt.command.kernel.Ordered;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the fields of an answer in order; what is null is left out, ids and times become text. */
final class Fields {

    private final Map<String, Object> values = new LinkedHashMap<>();

    Fields put(String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> values.put(name, number);
            case Boolean bool -> values.put(name, bool);
            case List<?> list -> values.put(name, list);
            case Map<?, ?> map -> values.put(name, map);
            default -> values.put(name, value.toString());
        }
        return this;
    }

    Fields put(Terms terms) {
        return put("valid_from", terms.validFrom())
                .put("expires_at", terms.expiresAt())
                .put("condition", terms.condition());
    }

    Fields put(Permission permission) {
        return put("permission", permission.pattern())
                .put("effect", lower(permission.effect()))
                .put("resource", resource(permission.instance()))
                .put(permission.terms());
    }

    private static @Nullable Map<String, Object> resource(@Nullable Instance instance) {
        return instance == null
                ? null
                : new Fields()
                        .put("type", instance.type())
                        .put("id", instance.id())
                        .all();
    }

    Map<String, Object> all() {
        return Ordered.map(values);
    }

    /** As they are given: an unlimited grant as its text, everything else in full. */
    static List<Object> permissions(Collection<Permission> permissions) {
        return permissions.stream().map(Fields::shown).toList();
    }

    private static Object shown(Permission permission) {
        boolean plain = permission.equals(Permission.grant(permission.pattern()));
        return plain
                ? permission.pattern().text()
                : new Fields().put(permission).all();
    }

    static List<String> ids(Collection<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }

    /** @param name of the field that holds the key */
    static List<Object> limited(String name, Map<?, Terms> given) {
        return given.entrySet().stream()
                .<Object>map(entry -> new Fields()
                        .put(name, entry.getKey())
                        .put(entry.getValue())
                        .all())
                .toList();
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
