package io.neomt.commons.observability;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What a request asks for, without the ids in its path: those would be a name for each.
 *
 * @param pattern of the path; {@code none} where nobody answers it
 */
public record Route(String method, String pattern) {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** Known once somebody has answered the request. */
    public static Route of(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return new Route(
                METHODS.contains(request.getMethod()) ? request.getMethod() : "other",
                pattern == null ? "none" : pattern.toString());
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
