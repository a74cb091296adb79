package io.neomt.query.web;

import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.commons.web.PageRequest;
import io.neomt.query.lookup.PageRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.WebRequest;

/** The parameters of lists; one that is not known is refused, since ignoring it would answer another question. */
final class Parameters {

    private static final int LONGEST = 255;

    private final WebRequest request;

    private Parameters(WebRequest request) {
        this.request = request;
    }

    /** @throws ApiException 400 when the request holds a parameter that is not among the filters, page and page_size */
    static Parameters of(WebRequest request, String... filters) {
        TreeSet<String> allowed = new TreeSet<>(List.of(filters));
        allowed.addAll(List.of("page", "page_size"));
        request.getParameterMap().keySet().stream()
                .filter(name -> !allowed.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw refusal(name, "is not a parameter of this list", allowed);
                });
        return new Parameters(request);
    }

    static PageRange range(PageRequest page) {
        return new PageRange(page.offset(), page.pageSize());
    }

    /** Null where it is missing or empty. */
    @Nullable
    String text(String name) {
        String value = request.getParameter(name);
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw ApiException.validation(
                    name, "has at most " + LONGEST + " characters, none of them a control character");
        }
        return value;
    }

    @Nullable
    String oneOf(String name, List<String> allowed) {
        String value = text(name);
        if (value != null && !allowed.contains(value)) {
            throw refusal(name, "is not an allowed value", allowed);
        }
        return value;
    }

    <T> @Nullable T id(String name, Function<String, T> parse) {
        String value = text(name);
        return value == null ? null : Ids.parse(name, value, parse);
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
