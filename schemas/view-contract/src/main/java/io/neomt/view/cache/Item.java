package io.neomt.view.cache;

import io.neomt.permission.Effect;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One item of a field: an array whose last parts are left out when there is nothing to say, so that what has no terms
 * costs nothing for them. An item of one part is written without the array, and a denial is a pattern after a
 * {@code !}.
 */
record Item(List<@Nullable Object> parts) {

    private static final String DENIAL = "!";

    static Item of(@Nullable Object... parts) {
        return new Item(Json.upToLast(Arrays.asList(parts)));
    }

    static <T> String write(List<T> all, Function<T, Item> item) {
        return Json.write(all.stream().map(item).map(Item::shortest).toList());
    }

    static <T> List<T> read(String json, Function<Item, T> item) {
        return Json.read(json).stream()
                .map(each -> item.apply(new Item(each instanceof List<?> ? list(each) : Arrays.asList(each))))
                .toList();
    }

    private Object shortest() {
        return parts.size() == 1 && parts.getFirst() instanceof String only ? only : parts;
    }

    String text(int i) {
        return text(part(i));
    }

    List<String> texts(int i) {
        return list(part(i)).stream().map(Item::text).toList();
    }

    Terms terms(int i) {
        return terms(part(i));
    }

    List<Terms> allTerms(int i) {
        return list(part(i)).stream().map(Item::terms).toList();
    }

    /** From pattern, terms and instance. */
    Permission permission(int pattern, int terms, int instance) {
        String text = text(pattern);
        boolean denial = text.startsWith(DENIAL);
        return new Permission(
                PermissionPattern.parse(denial ? text.substring(DENIAL.length()) : text),
                denial ? Effect.DENY : Effect.ALLOW,
                instance(part(instance)),
                terms(terms));
    }

    static String pattern(Permission permission) {
        return (permission.effect() == Effect.DENY ? DENIAL : "")
                + permission.pattern().text();
    }

    static @Nullable Object ofTerms(Terms terms) {
        List<@Nullable Object> parts =
                Json.upToLast(Arrays.asList(millis(terms.validFrom()), millis(terms.expiresAt()), terms.condition()));
        return parts.isEmpty() ? null : parts;
    }

    static @Nullable Object ofAllTerms(List<Terms> all) {
        return all.isEmpty() ? null : all.stream().map(Item::ofTerms).toList();
    }

    static @Nullable Object ofInstance(@Nullable Instance instance) {
        return instance == null ? null : List.of(instance.type(), instance.id());
    }

    private static Terms terms(@Nullable Object value) {
        if (value == null) {
            return Terms.NONE;
        }
        Item parts = new Item(list(value));
        return Terms.of(parts.instant(0), parts.instant(1), parts.part(2) == null ? null : parts.text(2));
    }

    private static @Nullable Instance instance(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        Item parts = new Item(list(value));
        return new Instance(parts.text(0), parts.text(1));
    }

    private static @Nullable Long millis(@Nullable Instant bound) {
        return bound == null ? null : bound.toEpochMilli();
    }

    private @Nullable Instant instant(int i) {
        return switch (part(i)) {
            case null -> null;
            case Long millis -> Instant.ofEpochMilli(millis);
            case Object other -> throw new IllegalArgumentException("no time: " + other);
        };
    }

    private @Nullable Object part(int i) {
        return i < parts.size() ? parts.get(i) : null;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text: " + value);
    }

    /** A missing list is an empty one. */
    @SuppressWarnings("unchecked")
    private static List<@Nullable Object> list(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> items -> (List<@Nullable Object>) items;
            case Object other -> throw new IllegalArgumentException("no list: " + other);
        };
    }
}
