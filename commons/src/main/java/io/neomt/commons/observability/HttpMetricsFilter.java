package io.neomt.commons.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts and times requests by the pattern of their route. Never by their path: a label for each id would be a series
 * for each id.
 */
public final class HttpMetricsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient MeterRegistry metrics;
    private final transient Map<Answer, Meters> meters = new ConcurrentHashMap<>();

    public HttpMetricsFilter(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long begun = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            Answer answer = new Answer(Route.of(request), response.getStatus());
            meters.computeIfAbsent(answer, this::meters).count(System.nanoTime() - begun);
        }
    }

    private Meters meters(Answer answer) {
        String method = answer.route().method();
        String endpoint = answer.route().pattern();
        return new Meters(
                Counter.builder("http.requests")
                        .tags("method", method, "endpoint", endpoint)
                        .tag("status", Integer.toString(answer.status()))
                        .register(metrics),
                Timer.builder("http.request.duration")
                        .tags("method", method, "endpoint", endpoint)
                        .register(metrics));
    }

    private record Answer(Route route, int status) {}

    private record Meters(Counter requests, Timer duration) {

        void count(long nanos) {
            requests.increment();
            duration.record(nanos, TimeUnit.NANOSECONDS);
        }
    }
}
