package io.neomt.commons.observability;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the service lives, and whether it can do its work. */
@RestController
public final class HealthController {

    private final HealthChecks checks;

    public HealthController(HealthChecks checks) {
        this.checks = checks;
    }

    @GetMapping("/health")
    ResponseEntity<HealthReport> health() {
        HealthReport report = checks.report();
        return ResponseEntity.status(report.works() ? 200 : 503).body(report);
    }

    /** Asks nobody: a service must not be restarted because its database is away. */
    @GetMapping("/health/live")
    Map<String, String> live() {
        return Map.of("status", HealthReport.HEALTHY);
    }

    @GetMapping("/health/ready")
    ResponseEntity<Map<String, String>> ready() {
        HealthReport report = checks.report();
        return ResponseEntity.status(report.works() ? 200 : 503).body(Map.of("status", report.status()));
    }
}
