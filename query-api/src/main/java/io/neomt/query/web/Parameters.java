package io.neomt.query.web;

import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.commons.web.PageRequest;
import io.neomt.query.lookup.PageRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.WebRequest;

/** The parameters of lists; one that is not known is refused, since ignoring it would answer another question. */
final class Parameters {

    private static final int LONGEST = 255;

    private Parameters() {}

    /** @throws ApiException 400 when the request holds a parameter that is not among the filters, page and page_size */
    static void check(WebRequest request, String... filters) {
        TreeSet<String> allowed = new TreeSet<>(List.of(filters));
        allowed.addAll(List.of("page", "page_size"));
        checkOnly(request, allowed);
    }

    /** As {@link #check}, of a list that has no pages. */
    static void checkOnly(WebRequest request, Set<String> allowed) {
        request.getParameterMap().keySet().stream()
                .filter(name -> !allowed.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw refusal(name, "is not a parameter of this list", new TreeSet<>(allowed));
                });
    }

    static PageRange range(PageRequest page) {
        return new PageRange(page.offset(), page.pageSize());
    }

    /** Null where it is missing or empty. */
    static @Nullable String text(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw ApiException.validation(
                    name, "has at most " + LONGEST + " characters, none of them a control character");
        }
        return value;
    }

    static @Nullable String oneOf(String name, @Nullable String value, List<String> allowed) {
        String text = text(name, value);
        if (text != null && !allowed.contains(text)) {
            throw refusal(name, "is not an allowed value", allowed);
        }
        return text;
    }

    static <T> @Nullable T id(String name, @Nullable String value, Function<String, T> parse) {
        String text = text(name, value);
        return text == null ? null : Ids.parse(name, text, parse);
    }

    private static ApiException refusal(String field, String issue, Iterable<String> allowed) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("field", field);
        details.put("issue", issue);
        details.put("allowed", allowed);
        return new ApiException(
                ErrorCode.VALIDATION_ERROR,
                field + ": " + issue + "; allowed are " + String.join(", ", allowed),
                details);
    }
}
