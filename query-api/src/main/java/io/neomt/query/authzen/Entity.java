package io.neomt.query.authzen;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A subject or a resource.
 *
 * @param id unique among those of its type
 */
public record Entity(String type, String id, Map<String, Object> properties) {

    static Entity read(Fields fields) {
        return new Entity(fields.text("type"), fields.text("id"), fields.attributes("properties"));
    }

    /** As conditions see it. */
    Map<String, Object> attributes() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("type", type);
        attributes.put("id", id);
        attributes.put("properties", properties);
        return attributes;
    }
}
