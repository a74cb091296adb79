package io.neomt.commons.web;

import java.util.regex.Pattern;

/**
 * A stable code of a refusal and the HTTP status it comes with. Services define their own beside these.
 *
 * @param status the HTTP status, 400 to 599
 * @param value UPPER_SNAKE; never changes once released
 */
public record ErrorCode(int status, String value) {

    // first, since the constants below are checked with it
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    public static final ErrorCode MALFORMED_REQUEST = new ErrorCode(400, "MALFORMED_REQUEST");
    public static final ErrorCode VALIDATION_ERROR = new ErrorCode(400, "VALIDATION_ERROR");
    public static final ErrorCode INVALID_ID = new ErrorCode(400, "INVALID_ID");
    public static final ErrorCode INVALID_PERMISSION = new ErrorCode(400, "INVALID_PERMISSION");
    public static final ErrorCode INVALID_CONSISTENCY_TOKEN = new ErrorCode(400, "INVALID_CONSISTENCY_TOKEN");
    public static final ErrorCode UNAUTHENTICATED = new ErrorCode(401, "UNAUTHENTICATED");
    public static final ErrorCode FORBIDDEN = new ErrorCode(403, "FORBIDDEN");
    public static final ErrorCode TENANT_FORBIDDEN = new ErrorCode(403, "TENANT_FORBIDDEN");
    public static final ErrorCode TENANT_SUSPENDED = new ErrorCode(403, "TENANT_SUSPENDED");
    public static final ErrorCode TENANT_DELETED = new ErrorCode(403, "TENANT_DELETED");
    public static final ErrorCode TENANT_NOT_FOUND = new ErrorCode(404, "TENANT_NOT_FOUND");
    public static final ErrorCode ROUTE_NOT_FOUND = new ErrorCode(404, "ROUTE_NOT_FOUND");
    public static final ErrorCode METHOD_NOT_ALLOWED = new ErrorCode(405, "METHOD_NOT_ALLOWED");
    public static final ErrorCode NOT_ACCEPTABLE = new ErrorCode(406, "NOT_ACCEPTABLE");
    public static final ErrorCode TENANT_NOT_ACTIVE = new ErrorCode(409, "TENANT_NOT_ACTIVE");
    public static final ErrorCode CONSISTENCY_TOKEN_EXPIRED = new ErrorCode(409, "CONSISTENCY_TOKEN_EXPIRED");
    public static final ErrorCode VERSION_MISMATCH = new ErrorCode(412, "VERSION_MISMATCH");
    public static final ErrorCode BODY_TOO_LARGE = new ErrorCode(413, "BODY_TOO_LARGE");
    public static final ErrorCode UNSUPPORTED_MEDIA_TYPE = new ErrorCode(415, "UNSUPPORTED_MEDIA_TYPE");
    public static final ErrorCode REGION_NOT_SERVED = new ErrorCode(421, "REGION_NOT_SERVED");
    public static final ErrorCode INTERNAL_ERROR = new ErrorCode(500, "INTERNAL_ERROR");
    public static final ErrorCode CONSISTENCY_UNAVAILABLE = new ErrorCode(503, "CONSISTENCY_UNAVAILABLE");
    public static final ErrorCode SERVICE_UNAVAILABLE = new ErrorCode(503, "SERVICE_UNAVAILABLE");

    public ErrorCode {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("an error has a status of 400 to 599, not " + status);
        }
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an error code is UPPER_SNAKE, not '" + value + "'");
        }
    }
}
