package io.neomt.commons.web;

import com.github.f4b6a3.uuid.UuidCreator;
import io.neomt.commons.observability.Route;
import io.neomt.commons.observability.TraceParent;
import io.neomt.commons.observability.Traces;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The outermost filter: names the request, in its answer, in the logs and for all that follows, and answers what nobody
 * else has caught.
 */
public final class RequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RequestFilter.class);
    private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9._:/+=@~-]{1,200}");

    private static final int FIRST_OF_FAILURES = 500;

    private final transient ErrorWriter errors;
    private final transient Traces traces;

    /** @param traces in which each request is a step */
    public RequestFilter(ErrorWriter errors, Traces traces) {
        this.errors = errors;
        this.traces = traces;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Traces.Step step = traces.begin(Traces.Kind.SERVER, TraceParent.parse(request.getHeader(TraceParent.HEADER)));
        RequestContext context = contextOf(request, step.context());
        response.setHeader("X-Request-ID", context.requestId());
        try {
            ScopedValue.where(RequestContext.CURRENT, context)
                    .where(Staleness.CURRENT, new AtomicBoolean())
                    .<@Nullable Void, IOException>call(() -> {
                        answer(request, response, chain);
                        return null;
                    });
        } finally {
            end(step, request, response);
            // set by this filter and by whoever learnt more about the request; the thread may serve another one
            MDC.clear();
        }
    }

    private static void end(Traces.Step step, HttpServletRequest request, HttpServletResponse response) {
        Route route = Route.of(request);
        step.note("http.request.method", route.method());
        step.note("http.route", route.pattern());
        step.note("http.response.status_code", Integer.toString(response.getStatus()));
        step.end(route.toString(), response.getStatus() >= FIRST_OF_FAILURES);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        RequestContext context = RequestContext.current();
        MDC.put("request_id", context.requestId());
        MDC.put("correlation_id", context.correlationId());
        MDC.put("trace_id", context.trace().traceId());
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            LOG.error("a request failed before or after its controller", e);
            if (!response.isCommitted()) {
                response.resetBuffer();
                errors.write(response, Problems.internal());
            }
        }
    }

    private static RequestContext contextOf(HttpServletRequest request, TraceParent trace) {
        String requestId = safe(request.getHeader("X-Request-ID"));
        // it has to be told apart from others and may be guessed: it costs no secure randomness
        String id = requestId == null ? UuidCreator.getTimeOrderedEpochFast().toString() : requestId;
        String correlationId = safe(request.getHeader("X-Correlation-ID"));
        return new RequestContext(id, correlationId == null ? id : correlationId, trace);
    }

    private static @Nullable String safe(@Nullable String id) {
        return id != null && SAFE_ID.matcher(id).matches() ? id : null;
    }
}
