package io.neomt.commons.docs;

import io.neomt.event.AccessGrantId;
import io.neomt.event.GrantId;
import io.neomt.event.OrganizationId;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.PermissionPattern;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JsonNode;

/**
 * JSON schemas of Java types, by the rules by which bodies are read and written: snake_case fields, lower-case enums, a
 * field required unless its type says {@code @Nullable}. Records without type arguments become named components.
 */
final class Schemas {

    private static final Set<Class<?>> UUIDS = Set.of(
            UUID.class,
            TenantId.class,
            UserId.class,
            RoleId.class,
            GrantId.class,
            OrganizationId.class,
            TeamId.class,
            AccessGrantId.class);
    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);
    private static final Set<Class<?>> FRACTIONAL = Set.of(double.class, Double.class, float.class, Float.class);

    private final Map<String, Object> components = new TreeMap<>();
    private final Map<Class<?>, String> names = new LinkedHashMap<>();

    Map<String, Object> components() {
        return components;
    }

    Map<String, Object> of(ResolvableType type) {
        Class<?> raw = type.toClass();
        if (raw.isArray()) {
            return Map.of("type", "array", "items", of(type.getComponentType()));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return Map.of("type", "array", "items", of(type.asCollection().getGeneric()));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Map.of(
                    "type", "object", "additionalProperties", of(type.asMap().getGeneric(1)));
        }
        if (raw.isRecord() && !UUIDS.contains(raw) && !isText(raw)) {
            return type.hasGenerics() ? object(type) : reference(raw, () -> orText(raw, object(type)));
        }
        if (raw.isSealed() && raw.isInterface()) {
            return reference(raw, () -> oneOf(raw));
        }
        return JsonNode.class.isAssignableFrom(raw) ? Map.of("type", "object") : scalar(raw);
    }

    private static Map<String, Object> scalar(Class<?> raw) {
        if (UUIDS.contains(raw)) {
            return Map.of("type", "string", "format", "uuid");
        }
        if (raw == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (WHOLE.contains(raw)) {
            return Map.of("type", "integer");
        }
        if (FRACTIONAL.contains(raw)) {
            return Map.of("type", "number");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (raw.isEnum()) {
            return Map.of("type", "string", "enum", constants(raw));
        }
        return CharSequence.class.isAssignableFrom(raw) || isText(raw) ? Map.of("type", "string") : Map.of();
    }

    private static boolean isText(Class<?> raw) {
        return raw == PermissionCode.class || raw == PermissionPattern.class;
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private Map<String, Object> reference(Class<?> type, Supplier<Map<String, Object>> schema) {
        String known = names.get(type);
        if (known == null) {
            String name = freeName(type);
            // before its fields are looked at, since one of them may be of this type again
            names.put(type, name);
            components.put(name, schema.get());
            known = name;
        }
        return Map.of("$ref", "#/components/schemas/" + known);
    }

    private String freeName(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        String simple = type.getSimpleName();
        return names.containsValue(simple) && outer != null ? outer.getSimpleName() + simple : simple;
    }

    private static Map<String, Object> orText(Class<?> raw, Map<String, Object> object) {
        return raw.isAnnotationPresent(OrText.class)
                ? Map.of("oneOf", List.of(Map.of("type", "string"), object))
                : object;
    }

    private Map<String, Object> oneOf(Class<?> type) {
        List<Object> options = new ArrayList<>();
        for (Class<?> option : type.getPermittedSubclasses()) {
            options.add(of(ResolvableType.forClass(option)));
        }
        return Map.of("oneOf", options);
    }

    private Map<String, Object> object(ResolvableType type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.toClass().getRecordComponents()) {
            String name = snake(component.getName());
            properties.put(name, of(ResolvableType.forType(component.getGenericType(), type)));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(name);
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        return schema;
    }

    static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
