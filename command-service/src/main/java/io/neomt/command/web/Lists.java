package io.neomt.command.web;

import io.neomt.commons.web.ApiException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads lists in bodies. */
final class Lists {

    private Lists() {}

    /** The values without repetitions; none where the list is missing. */
    static <T> Set<T> set(String field, @Nullable List<@Nullable T> values) {
        Set<T> set = new LinkedHashSet<>();
        if (values != null) {
            for (T value : values) {
                if (value == null) {
                    throw ApiException.validation(field, "holds no null");
                }
                set.add(value);
            }
        }
        return set;
    }
}
