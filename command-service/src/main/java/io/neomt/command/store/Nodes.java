package io.neomt.command.store;

import io.neomt.permission.Effect;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Permissions and terms within aggregates. What is unlimited is one text, as it was before there were limits, so that
 * aggregates written then are read like all others.
 */
final class Nodes {

    private Nodes() {}

    static String text(JsonNode json, String field) {
        return json.required(field).stringValue();
    }

    static @Nullable String textOrNull(JsonNode json, String field) {
        JsonNode node = json.get(field);
        return node == null || node.isNull() ? null : node.stringValue();
    }

    static void put(ObjectNode json, String field, @Nullable Object value) {
        if (value != null) {
            json.put(field, value.toString());
        }
    }

    static void put(ObjectNode json, Terms terms) {
        putTime(json, "from", terms.validFrom());
        putTime(json, "until", terms.expiresAt());
        put(json, "condition", terms.condition());
    }

    private static void putTime(ObjectNode json, String field, @Nullable Instant time) {
        if (time != null) {
            json.put(field, time.toEpochMilli());
        }
    }

    static Terms terms(JsonNode json) {
        return Terms.of(time(json, "from"), time(json, "until"), textOrNull(json, "condition"));
    }

    private static @Nullable Instant time(JsonNode json, String field) {
        JsonNode node = json.get(field);
        return node == null ? null : Instant.ofEpochMilli(node.longValue());
    }

    static void put(ObjectNode json, Permission permission) {
        json.put("permission", permission.pattern().text());
        json.put("effect", permission.effect().name());
        if (permission.instance() != null) {
            json.put("type", permission.instance().type());
            json.put("resource", permission.instance().id());
        }
        put(json, permission.terms());
    }

    static Permission permission(JsonNode json) {
        String type = textOrNull(json, "type");
        return new Permission(
                PermissionPattern.parse(text(json, "permission")),
                Effect.valueOf(text(json, "effect")),
                type == null ? null : new Instance(type, text(json, "resource")),
                terms(json));
    }

    static void permissions(ArrayNode list, Iterable<Permission> permissions) {
        for (Permission permission : permissions) {
            if (permission.equals(Permission.grant(permission.pattern()))) {
                list.add(permission.pattern().text());
            } else {
                put(list.addObject(), permission);
            }
        }
    }

    static Set<Permission> permissions(@Nullable JsonNode list) {
        Set<Permission> permissions = new LinkedHashSet<>();
        for (JsonNode node : elements(list)) {
            permissions.add(
                    node.isString() ? Permission.grant(PermissionPattern.parse(node.stringValue())) : permission(node));
        }
        return permissions;
    }

    /** Something that was given by its id. */
    static void limited(ArrayNode list, Map<?, Terms> given) {
        given.forEach((id, terms) -> {
            if (terms.equals(Terms.NONE)) {
                list.add(id.toString());
            } else {
                put(list.addObject().put("id", id.toString()), terms);
            }
        });
    }

    static <K> Map<K, Terms> limited(@Nullable JsonNode list, Function<String, K> read) {
        Map<K, Terms> given = new LinkedHashMap<>();
        for (JsonNode node : elements(list)) {
            if (node.isString()) {
                given.put(read.apply(node.stringValue()), Terms.NONE);
            } else {
                given.put(read.apply(text(node, "id")), terms(node));
            }
        }
        return given;
    }

    /** None where the field is missing, as in aggregates that were written before there was such a field. */
    static Iterable<JsonNode> elements(@Nullable JsonNode list) {
        return list == null ? Set.of() : list;
    }
}
