package io.neomt.query.check;

import io.neomt.permission.Instance;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What conditions see of a question. */
final class ConditionAttributes {

    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final String PROPERTIES = "properties";

    private ConditionAttributes() {}

    static Map<String, Object> subject(CheckRequest request) {
        return with(
                request.attributes().subject(),
                Map.of(TYPE, "user", ID, request.user().toString()));
    }

    static Map<String, Object> action(CheckRequest request) {
        return with(
                request.attributes().action(), Map.of("name", request.asked().toString()));
    }

    static Map<String, Object> resource(Instance resource, @Nullable Map<String, Object> properties) {
        return with(properties, Map.of(TYPE, resource.type(), ID, resource.id()));
    }

    /** Of a resource that has no name. */
    static Map<String, Object> sent(@Nullable Map<String, Object> properties) {
        return with(properties, Map.of());
    }

    /** What was registered, and what the asker knows better. */
    static @Nullable Map<String, Object> together(
            @Nullable Map<String, Object> registered, @Nullable Map<String, Object> sent) {
        if (registered == null || sent == null || sent.isEmpty()) {
            return registered == null ? sent : registered;
        }
        Map<String, Object> all = new HashMap<>(registered);
        all.putAll(sent);
        return all;
    }

    private static Map<String, Object> with(@Nullable Map<String, Object> properties, Map<String, Object> attributes) {
        if (properties == null) {
            return attributes;
        }
        Map<String, Object> all = new HashMap<>(attributes);
        all.put(PROPERTIES, properties);
        return all;
    }
}
