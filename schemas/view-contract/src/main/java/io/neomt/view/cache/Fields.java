package io.neomt.view.cache;

import io.neomt.event.Position;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads the fields of one hash, where anything missing or malformed makes the whole value corrupt. */
record Fields(Map<String, String> all) {

    static <T> T read(String kind, Map<String, String> fields, Function<Fields, T> reader) {
        try {
            return reader.apply(new Fields(fields));
        } catch (IllegalArgumentException | JacksonException e) {
            throw new CorruptCacheValueException("the " + kind + "'s value in Redis cannot be read", e);
        }
    }

    String text(String field) {
        @Nullable String value = all.get(field);
        if (value == null) {
            throw new IllegalArgumentException("there is no field " + field);
        }
        return value;
    }

    Position position(String field) {
        return new Position(Long.parseLong(text(field)));
    }

    boolean oneOf(String field, String whenTrue, String whenFalse) {
        String value = text(field);
        if (value.equals(whenTrue)) {
            return true;
        }
        if (value.equals(whenFalse)) {
            return false;
        }
        throw new IllegalArgumentException("the field " + field + " is " + whenTrue + " or " + whenFalse);
    }
}
