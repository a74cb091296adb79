package io.neomt.projection.web;

import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import java.util.Map;

/** What operators are told when they ask for what is not there. */
final class Refusals {

    static final ErrorCode PROJECTION_NOT_FOUND = new ErrorCode(404, "PROJECTION_NOT_FOUND");

    private Refusals() {}

    static ApiException noProjection(String name) {
        return new ApiException(
                PROJECTION_NOT_FOUND, "There is no projection '" + name + "'.", Map.of("projection", name));
    }
}
