package io.neomt.commons.web;

import io.neomt.commons.connections.TenantNotActiveException;
import io.neomt.commons.consistency.InvalidConsistencyTokenException;
import io.neomt.permission.InvalidPermissionException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What a caller is told for each kind of failure. */
final class Problems {

    private static final Duration SOON = Duration.ofSeconds(1);

    private Problems() {}

    static ApiException internal() {
        return new ApiException(
                ErrorCode.INTERNAL_ERROR, "something went wrong here; the request id finds it in the service's log");
    }

    static ApiException noRoute() {
        return new ApiException(ErrorCode.ROUTE_NOT_FOUND, "no such path; /docs lists those of this service");
    }

    static ApiException of(HttpRequestMethodNotSupportedException e) {
        String[] supported = e.getSupportedMethods();
        List<String> allowed = supported == null
                ? List.of()
                : Arrays.stream(supported).sorted().toList();
        return new ApiException(
                ErrorCode.METHOD_NOT_ALLOWED,
                "this path does not take " + e.getMethod(),
                Map.of("allowed", allowed),
                Map.of(HttpHeaders.ALLOW, String.join(", ", allowed)));
    }

    static ApiException of(HttpMediaTypeNotSupportedException e) {
        return new ApiException(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                "send the body as application/json",
                Map.of("allowed", List.of(MediaType.APPLICATION_JSON_VALUE)));
    }

    static ApiException notAcceptable() {
        return new ApiException(
                ErrorCode.NOT_ACCEPTABLE,
                "answers are application/json",
                Map.of("allowed", List.of(MediaType.APPLICATION_JSON_VALUE)));
    }

    static ApiException of(MissingServletRequestParameterException e) {
        return ApiException.validation(e.getParameterName(), "is missing in the query");
    }

    static ApiException of(MissingRequestHeaderException e) {
        return ApiException.validation(e.getHeaderName(), "is missing in the headers");
    }

    static ApiException of(MethodArgumentTypeMismatchException e) {
        Class<?> type = e.getRequiredType();
        if (type != null && IdText.isId(type)) {
            return ApiException.invalidId(e.getName());
        }
        if (type != null && type.isEnum()) {
            return notOneOf(e.getName(), type);
        }
        return invalidPermissionIn(e)
                .map(Problems::of)
                .orElseGet(() -> ApiException.validation(e.getName(), "cannot be read"));
    }

    static ApiException notOneOf(String field, Class<?> enumType) {
        List<String> allowed = Arrays.stream(enumType.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toList();
        return new ApiException(
                ErrorCode.VALIDATION_ERROR,
                field + ": is one of " + String.join(", ", allowed),
                Map.of("field", field, "issue", "is not an allowed value", "allowed", allowed));
    }

    static ApiException of(InvalidPermissionException e) {
        return new ApiException(ErrorCode.INVALID_PERMISSION, String.valueOf(e.getMessage()));
    }

    static ApiException of(InvalidConsistencyTokenException e) {
        return new ApiException(ErrorCode.INVALID_CONSISTENCY_TOKEN, String.valueOf(e.getMessage()));
    }

    static ApiException of(TenantNotActiveException e) {
        return new ApiException(
                ErrorCode.TENANT_NOT_ACTIVE, String.valueOf(e.getMessage()), Map.of(), Map.of("Retry-After", "1"));
    }

    static ApiException elsewhere() {
        return new ApiException(
                ErrorCode.REGION_NOT_SERVED,
                "the tenant belongs to a region that is not served here; ask an address of that region");
    }

    static ApiException databaseAway() {
        return ApiException.unavailable(
                ErrorCode.SERVICE_UNAVAILABLE, "the database cannot be reached; try again", SOON);
    }

    private static Optional<InvalidPermissionException> invalidPermissionIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidPermissionException invalid) {
                return Optional.of(invalid);
            }
        }
        return Optional.empty();
    }
}
