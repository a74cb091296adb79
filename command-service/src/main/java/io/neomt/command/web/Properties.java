package io.neomt.command.web;

import io.neomt.command.kernel.Field;
import io.neomt.commons.web.ApiException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the properties of resources: an object that every reader can hold. */
public final class Properties {

    private static final int DEEPEST = 5;

    private final JsonMapper json;

    public Properties(JsonMapper json) {
        this.json = json;
    }

    /** The object as text; an empty one where there is none. */
    String text(@Nullable ObjectNode properties) {
        if (properties == null) {
            return "{}";
        }
        check(properties, 1);
        return json.writeValueAsString(properties);
    }

    private static void check(JsonNode node, int depth) {
        if (node.isContainer() && depth > DEEPEST) {
            throw ApiException.validation("properties", "is nested at most " + DEEPEST + " deep");
        }
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            throw ApiException.validation("properties", "holds a number that is too large");
        }
        if (node.isString()) {
            check(node.stringValue());
        }
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(Properties::check);
        }
        for (JsonNode inner : node) {
            check(inner, depth + 1);
        }
    }

    private static void check(String text) {
        if (!Field.isStorable(text)) {
            throw ApiException.validation("properties", "holds a text that cannot be kept as it is");
        }
    }
}
