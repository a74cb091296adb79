package io.neomt.commons.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HealthChecksTest {

    private static final Callable<Map<String, Object>> UP = () -> Map.of("connections", 3);
    private static final Callable<Map<String, Object>> DOWN = () -> {
        throw new IllegalStateException("away");
    };

    @Test
    void allUpIsHealthy() {
        HealthReport report = report(new Probe("database", true, UP));
        assertThat(report.status()).isEqualTo("healthy");
        assertThat(report.services().get("database"))
                .containsEntry("status", "healthy")
                .containsEntry("connections", 3)
                .containsKey("response_time_ms");
    }

    @Test
    void onlyARequiredDependencyMakesTheServiceUnhealthy() {
        Probe optional = new Probe("issuer", false, DOWN);
        assertThat(report(optional).status()).isEqualTo("degraded");
        assertThat(report(optional).works()).isTrue();
        assertThat(report(new Probe("database", true, DOWN), optional).status()).isEqualTo("unhealthy");
        assertThat(report(optional, new Probe("database", true, DOWN)).works()).isFalse();
    }

    @Test
    void aDependencyThatHangsIsUnhealthyAndHoldsUpNothing() {
        CountDownLatch never = new CountDownLatch(1);
        HealthReport report = report(
                new Probe("hanging", true, () -> {
                    never.await();
                    return Map.of();
                }),
                new Probe("database", true, UP));
        assertThat(report.services().get("hanging")).containsEntry("status", "unhealthy");
        assertThat(report.services().get("database")).containsEntry("status", "healthy");
    }

    private static HealthReport report(Probe... probes) {
        try (HealthChecks checks = new HealthChecks(List.of(probes), "1.0.0", "test")) {
            return checks.report();
        }
    }

    private record Probe(String name, boolean required, Callable<Map<String, Object>> answer) implements HealthProbe {

        @Override
        public Map<String, Object> check() throws Exception {
            return answer.call();
        }
    }
}
