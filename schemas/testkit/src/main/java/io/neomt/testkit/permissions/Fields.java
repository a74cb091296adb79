package io.neomt.testkit.permissions;

import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A mapping of a case file, read strictly: a field that nobody asked for is an error, so that a typo cannot hide. */
final class Fields {

    private final String where;
    private final Map<String, Object> values;
    private final Set<String> read = new HashSet<>();

    private Fields(String where, Map<String, Object> values) {
        this.where = where;
        this.values = values;
    }

    /** @throws IllegalArgumentException when it is no mapping, or the reader leaves a field unread */
    static <T> T read(String where, @Nullable Object node, Function<Fields, T> reader) {
        Fields fields = new Fields(where, mapping(where, node));
        T result = reader.apply(fields);
        Set<String> unread = new HashSet<>(fields.values.keySet());
        unread.removeAll(fields.read);
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException(where + " has unknown fields " + unread);
        }
        return result;
    }

    String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw new IllegalArgumentException(where + " lacks '" + name + "'");
        }
        return text;
    }

    String textOr(String name, String otherwise) {
        String text = optionalText(name);
        return text == null ? otherwise : text;
    }

    @Nullable
    String optionalText(String name) {
        Object value = value(name);
        return value == null ? null : value.toString();
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(value(name));
    }

    @Nullable
    Instant optionalTime(String name) {
        Object value = value(name);
        if (value instanceof Date date) {
            return date.toInstant();
        }
        return value == null ? null : Instant.parse(value.toString());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    <T> @Nullable T optional(String name, BiFunction<String, Object, T> reader) {
        Object value = value(name);
        return value == null ? null : reader.apply(where + "." + name, value);
    }

    <T> List<T> list(String name, BiFunction<String, Object, T> reader) {
        return value(name) instanceof List<?> items
                ? items.stream()
                        .map(item -> reader.apply(where + "." + name, item))
                        .toList()
                : List.of();
    }

    <T> Map<String, T> map(String name, BiFunction<String, @Nullable Object, T> reader) {
        Map<String, T> result = new LinkedHashMap<>();
        mapping(where + "." + name, value(name))
                .forEach((key, value) -> result.put(key, reader.apply(where + "." + name + "." + key, value)));
        return result;
    }

    private @Nullable Object value(String name) {
        read.add(name);
        return values.get(name);
    }

    private static Map<String, Object> mapping(String where, @Nullable Object node) {
        Map<String, Object> result = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> result.put(key.toString(), value));
        } else if (node != null) {
            throw new IllegalArgumentException(where + " is not a mapping");
        }
        return result;
    }
}
