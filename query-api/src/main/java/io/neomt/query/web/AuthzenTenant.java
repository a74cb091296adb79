package io.neomt.query.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.WebRequest;

/** Where a request by the AuthZEN standard names its tenant. */
final class AuthzenTenant {

    /** For callers that can set headers but not choose paths. */
    static final String HEADER = "X-Tenant";

    private AuthzenTenant() {}

    /** @param inPath null where the path names none */
    static @Nullable String named(@Nullable String inPath, WebRequest request) {
        return inPath == null ? request.getHeader(HEADER) : inPath;
    }
}
