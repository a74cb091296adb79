package io.neomt.query.authzen;

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
}
