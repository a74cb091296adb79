package io.neomt.commons.web;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal that the caller is told: status, stable code, a message that says what to do, and details. Nothing internal
 * may be in it. Carries no stack trace, since it is an answer and not a fault.
 */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final transient Map<String, Object> details;
    private final transient Map<String, String> headers;

    public ApiException(ErrorCode code, String message) {
        this(code, message, Map.of());
    }

    /** @param details more about the refusal, such as {@code field}, {@code issue} and {@code allowed} */
    public ApiException(ErrorCode code, String message, Map<String, ?> details) {
        this(code, message, details, Map.of());
    }

    /** @param headers of the answer, such as {@code Retry-After} */
    public ApiException(ErrorCode code, String message, Map<String, ?> details, Map<String, String> headers) {
        super(message, null, false, false);
        this.code = code;
        // unlike Map.copyOf this keeps the order in which a reader meets them
        this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** A field of the request is not as it has to be. */
    public static ApiException validation(String field, String issue) {
        return new ApiException(
                ErrorCode.VALIDATION_ERROR, field + ": " + issue, ordered("field", field, "issue", issue));
    }

    /** A path segment or field does not have the form of an id. */
    public static ApiException invalidId(String field) {
        String issue = "is a lower-case UUID such as 0190d5c2-7b3e-7cc0-9d2f-5a1e0c3b4a59";
        return new ApiException(ErrorCode.INVALID_ID, field + " " + issue, ordered("field", field, "issue", issue));
    }

    /** Something is briefly not possible; answers with {@code Retry-After}, in whole seconds, at least one. */
    public static ApiException unavailable(ErrorCode code, String message, Duration retryAfter) {
        String seconds = Long.toString(Math.max(1, retryAfter.toSeconds()));
        return new ApiException(code, message, Map.of(), Map.of("Retry-After", seconds));
    }

    public ErrorCode code() {
        return code;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> details() {
        return details;
    }

    public Map<String, String> headers() {
        return headers;
    }

    private static Map<String, Object> ordered(String key1, Object value1, String key2, Object value2) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key1, value1);
        map.put(key2, value2);
        return map;
    }
}
