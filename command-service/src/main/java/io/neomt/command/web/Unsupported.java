package io.neomt.command.web;

import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses what the interface names but does not do yet, instead of passing over it. */
final class Unsupported {

    static final ErrorCode NOT_SUPPORTED = new ErrorCode(422, "NOT_SUPPORTED");

    private Unsupported() {}

    static void refuse(String field, @Nullable Object value, String issue) {
        if (value != null && !Boolean.FALSE.equals(value)) {
            throw new ApiException(NOT_SUPPORTED, field + ": " + issue, Map.of("field", field, "issue", issue));
        }
    }
}
