package io.neomt.command.web;

import io.neomt.commons.web.ApiException;
import io.neomt.event.RoleId;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.exc.InvalidFormatException;

/** Reads lists in bodies. */
final class Lists {

    private Lists() {}

    /** The values without repetitions; none where the list is missing. */
    static <T> Set<T> set(String field, @Nullable List<@Nullable T> values) {
        Set<T> set = new LinkedHashSet<>();
        forEach(field, values, (at, value) -> set.add(value));
        return set;
    }

    /** @param each is told where in the body the value stands */
    static <T> void forEach(String field, @Nullable List<@Nullable T> values, BiConsumer<String, T> each) {
        int index = 0;
        for (T value : values == null ? List.<@Nullable T>of() : values) {
            if (value == null) {
                throw ApiException.validation(field, "holds no null");
            }
            each.accept(field + "[" + index++ + "]", value);
        }
    }

    static List<Permission> permissions(String field, @Nullable List<@Nullable PermissionItem> items) {
        List<Permission> permissions = new ArrayList<>();
        forEach(field, items, (at, item) -> permissions.add(item.at(at + ".")));
        return permissions;
    }

    static Map<RoleId, Terms> roles(String field, @Nullable List<@Nullable RoleItem> items) {
        Map<RoleId, Terms> roles = new LinkedHashMap<>();
        addRoles(roles, field, items);
        return roles;
    }

    static void addRoles(Map<RoleId, Terms> roles, String field, @Nullable List<@Nullable RoleItem> items) {
        forEach(field, items, (at, item) -> {
            Terms terms = item.terms(at + ".");
            Terms before = roles.putIfAbsent(item.roleId(), terms);
            if (before != null && !before.equals(terms)) {
                throw ApiException.validation(at, "names a role that is given on other terms, too");
            }
        });
    }

    /** Reads an id that stands alone where an object might stand; the reader of the body adds the place. */
    static <T> T id(String text, Function<String, T> read, Class<T> type) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw InvalidFormatException.from(null, String.valueOf(e.getMessage()), text, type);
        }
    }
}
