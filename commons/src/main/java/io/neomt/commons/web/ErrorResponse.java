package io.neomt.commons.web;

import java.util.Map;

/** The body of a refusal or a fault. */
public record ErrorResponse(boolean success, Problem error, Meta meta) {

    /** What went wrong, for a program in {@code code} and for a person in {@code message}. */
    public record Problem(String code, String message, Map<String, Object> details) {}

    static ErrorResponse of(ApiException refusal) {
        return new ErrorResponse(
                false, new Problem(refusal.code().value(), refusal.message(), refusal.details()), Meta.current());
    }
}
