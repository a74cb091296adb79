package io.neomt.projection.views;

import io.neomt.permission.Effect;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** MemoryTables in memory; a row is its columns by name, as texts. */
final class MemoryTables {

    private final Map<String, Map<Object, Map<String, String>>> rows = new TreeMap<>();

    /** Writes these columns of a row, which there may not be yet; the others stay. */
    void put(String table, Object key, List<@Nullable Object> columns) {
        Map<String, String> row = table(table).computeIfAbsent(key, _ -> new TreeMap<>());
        for (int i = 0; i < columns.size(); i += 2) {
            row.put(String.valueOf(columns.get(i)), String.valueOf(columns.get(i + 1)));
        }
    }

    /** Writes these columns of a row only if there is none yet. */
    void putNew(String table, Object key, List<@Nullable Object> columns) {
        if (!table(table).containsKey(key)) {
            put(table, key, columns);
        }
    }

    void remove(String table, Object key) {
        table(table).remove(key);
    }

    void removeIf(String table, Predicate<Map<String, String>> which) {
        table(table).values().removeIf(which);
    }

    private Map<Object, Map<String, String>> table(String name) {
        return rows.computeIfAbsent(name, _ -> new HashMap<>());
    }

    Map<String, Set<Map<String, String>>> all() {
        Map<String, Set<Map<String, String>>> all = new TreeMap<>();
        rows.forEach((table, found) -> all.put(table, new HashSet<>(found.values())));
        all.values().removeIf(Set::isEmpty);
        return all;
    }

    static List<@Nullable Object> columns(@Nullable Object... namesAndValues) {
        List<@Nullable Object> columns = new ArrayList<>();
        Stream.of(namesAndValues).forEach(part -> {
            if (part instanceof List<?> several) {
                columns.addAll(several);
            } else {
                columns.add(part);
            }
        });
        return columns;
    }

    static List<@Nullable Object> terms(Terms terms) {
        return columns(
                "valid_from", terms.validFrom(), "expires_at", terms.expiresAt(), "condition", terms.condition());
    }

    static List<@Nullable Object> permission(Permission permission) {
        return columns(
                "permission",
                permission.pattern(),
                "effect",
                permission.effect() == Effect.ALLOW ? "allow" : "deny",
                "resource_type",
                permission.instance() == null ? null : permission.instance().type(),
                "resource_id",
                permission.instance() == null
                        ? null
                        : Objects.requireNonNull(permission.instance()).id(),
                terms(permission.terms()));
    }
}
