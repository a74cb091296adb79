package io.neomt.query.authzen;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object of a body. What nobody asks for is ignored, as the standard wants it; what is asked for has the right type,
 * and null is not one.
 */
final class Fields {

    private final String path;
    private final Map<?, ?> values;

    private Fields(String path, Map<?, ?> values) {
        this.path = path;
        this.values = values;
    }

    static Fields ofBody(Map<?, ?> body) {
        return new Fields("", body);
    }

    /** @throws MalformedException when it is no object */
    static Fields of(String path, @Nullable Object value) {
        return new Fields(path + ".", object(path, value));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        if (value(name) instanceof String text) {
            return text;
        }
        throw wrong(name, "is not a text");
    }

    /** Null where it is missing. */
    @Nullable
    String optionalText(String name) {
        return has(name) ? text(name) : null;
    }

    /** Null where it is missing. */
    @Nullable
    Integer optionalCount(String name) {
        if (!has(name)) {
            return null;
        }
        if (value(name) instanceof Integer count && count >= 0) {
            return count;
        }
        throw wrong(name, "is not a whole number of 0 or more");
    }

    Fields object(String name) {
        return of(path + name, value(name));
    }

    /** Empty where it is missing. */
    Fields optionalObject(String name) {
        return has(name) ? object(name) : new Fields(path + name + ".", Map.of());
    }

    /** The object as it stands; empty where it is missing. */
    Map<String, Object> attributes(String name) {
        if (!has(name)) {
            return Map.of();
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        object(path + name, value(name)).forEach((key, value) -> attributes.put(String.valueOf(key), value));
        return Collections.unmodifiableMap(attributes);
    }

    /** Empty where it is missing. */
    List<?> optionalList(String name) {
        if (!has(name)) {
            return List.of();
        }
        if (value(name) instanceof List<?> list) {
            return list;
        }
        throw wrong(name, "is not a list");
    }

    /** Whatever is there, by name. */
    Map<?, ?> all() {
        return values;
    }

    MalformedException wrong(String name, String issue) {
        return new MalformedException(path + name, issue);
    }

    private @Nullable Object value(String name) {
        if (!has(name)) {
            throw wrong(name, "is missing");
        }
        return values.get(name);
    }

    private static Map<?, ?> object(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new MalformedException(path, "is not an object");
    }
}
