package io.neomt.commons.web;

import io.neomt.commons.observability.TraceParent;

/**
 * What identifies the request that is being answered. Bound to the thread for as long as the request lasts; a controller
 * may take it as an argument.
 *
 * @param requestId {@code X-Request-ID} of the caller, or made
 * @param correlationId {@code X-Correlation-ID} of the caller, or the request id; goes into every event that follows
 * @param trace this step of the caller's trace, or of a new one
 */
public record RequestContext(String requestId, String correlationId, TraceParent trace) {

    static final ScopedValue<RequestContext> CURRENT = ScopedValue.newInstance();

    private static final RequestContext NONE = new RequestContext("none", "none", TraceParent.create());

    /** Of the request that this thread answers; one named {@code none} outside of any. */
    public static RequestContext current() {
        return CURRENT.orElse(NONE);
    }
}
