package io.neomt.commons.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a caller insist on a version: {@code Accept: application/vnd.api+json;version=1}. There is one version, so any
 * other is 406.
 */
public final class AcceptedVersion implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String accept = request.getHeader("Accept");
        // most callers name no version
        if (accept != null && accept.contains("version")) {
            check(accept);
        }
        return true;
    }

    private static void check(String accept) {
        try {
            for (MediaType type : MediaType.parseMediaTypes(accept)) {
                String version = type.getParameter("version");
                if (type.getSubtype().endsWith("json") && version != null && !version.equals("1")) {
                    throw new ApiException(
                            ErrorCode.NOT_ACCEPTABLE,
                            "version " + version + " of this interface does not exist",
                            Map.of("allowed", List.of("1")));
                }
            }
        } catch (InvalidMediaTypeException e) {
            throw new ApiException(ErrorCode.NOT_ACCEPTABLE, "the Accept header cannot be read");
        }
    }
}
