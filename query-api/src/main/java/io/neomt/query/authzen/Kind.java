package io.neomt.query.authzen;

import java.util.Map;

/** What is searched for: subjects or resources of a type. An id that comes along is ignored, as the standard wants it. */
public record Kind(String type, Map<String, Object> properties) {

    static Kind read(Fields fields) {
        fields.optionalText("id");
        return new Kind(fields.text("type"), fields.attributes("properties"));
    }

    /** One of them. */
    public Entity with(String id) {
        return new Entity(type, id, properties);
    }
}
