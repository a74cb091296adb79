package io.neomt.commons.web;

import io.neomt.permission.PermissionCode;
import io.neomt.permission.PermissionPattern;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What a caller is told about a body that cannot be read: where in it, and what is allowed there. */
final class BodyProblems {

    private BodyProblems() {}

    static ApiException of(HttpMessageNotReadableException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException ours) {
                return ours;
            }
            if (cause instanceof BodyTooLargeException) {
                return BodyLimitFilter.tooLarge();
            }
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException unreadable) {
                return of(unreadable);
            }
        }
        return new ApiException(ErrorCode.MALFORMED_REQUEST, "a body of JSON is missing");
    }

    private static ApiException of(JacksonException e) {
        return switch (e) {
            case StreamReadException syntax -> malformed(syntax);
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case InvalidFormatException value -> invalidValue(value);
            case InvalidNullException missing -> missing(missing);
            case ValueInstantiationException refused -> refused(refused);
            case MismatchedInputException mismatch -> mismatch(mismatch);
            default -> new ApiException(ErrorCode.MALFORMED_REQUEST, "the body is not JSON of the expected form");
        };
    }

    private static ApiException malformed(StreamReadException e) {
        TokenStreamLocation where = e.getLocation();
        String place = where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
        return new ApiException(ErrorCode.MALFORMED_REQUEST, "the body is not valid JSON" + place);
    }

    private static ApiException unknownField(UnrecognizedPropertyException e) {
        String field = path(e);
        Collection<Object> known = e.getKnownPropertyIds();
        List<String> allowed = known == null
                ? List.of()
                : known.stream().map(Object::toString).sorted().toList();
        return new ApiException(
                ErrorCode.VALIDATION_ERROR,
                field + ": is not a known field; known are " + String.join(", ", allowed),
                Map.of("field", field, "issue", "is not a known field", "allowed", allowed));
    }

    private static ApiException invalidValue(InvalidFormatException e) {
        String field = path(e);
        Class<?> type = e.getTargetType();
        if (type != null && type.isEnum()) {
            return Problems.notOneOf(field, type);
        }
        if (type != null && IdText.isId(type)) {
            return ApiException.invalidId(field);
        }
        if (type == PermissionCode.class || type == PermissionPattern.class) {
            return new ApiException(ErrorCode.INVALID_PERMISSION, e.getOriginalMessage(), Map.of("field", field));
        }
        if (type == Instant.class) {
            return ApiException.validation(field, e.getOriginalMessage());
        }
        return ApiException.validation(field, "is not " + nameOf(type));
    }

    private static ApiException missing(InvalidNullException e) {
        return ApiException.validation(path(e), "is missing or null");
    }

    /** A record refused its components; what our own code says about that is meant for the caller. */
    private static ApiException refused(ValueInstantiationException e) {
        Throwable cause = e.getCause();
        boolean ours = cause instanceof IllegalArgumentException
                && cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().startsWith("io.neomt.");
        String issue = ours && cause != null ? String.valueOf(cause.getMessage()) : "is not valid";
        return ApiException.validation(path(e), issue);
    }

    private static ApiException mismatch(MismatchedInputException e) {
        if (e.getOriginalMessage().startsWith("Missing required creator property '")) {
            String name = e.getOriginalMessage().split("'", 3)[1];
            return ApiException.validation(join(path(e), name), "is missing");
        }
        return ApiException.validation(path(e), "is not " + nameOf(e.getTargetType()));
    }

    private static String nameOf(Class<?> type) {
        if (type == null) {
            return "of the expected type";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number of the expected size";
        }
        if (type == String.class) {
            return "a text";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "of the expected form";
    }

    private static String path(DatabindException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String join(String path, String name) {
        if (path.equals("body") || path.equals(name) || path.endsWith("." + name)) {
            return path.equals("body") ? name : path;
        }
        return path + "." + name;
    }
}
