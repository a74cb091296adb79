package io.neomt.commons.observability;

import java.time.Instant;
import java.util.Map;

/**
 * The body of {@code /health}.
 *
 * @param status {@code healthy}, {@code degraded} when only something that is not required is down, or
 *     {@code unhealthy}
 * @param services each dependency with {@code status}, {@code response_time_ms} and what else its probe tells
 */
public record HealthReport(
        String status, Instant timestamp, String version, Map<String, Map<String, Object>> services) {

    static final String HEALTHY = "healthy";
    static final String DEGRADED = "degraded";
    static final String UNHEALTHY = "unhealthy";

    boolean works() {
        return !status.equals(UNHEALTHY);
    }
}
