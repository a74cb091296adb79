package io.neomt.provisioning.commandclient;

import io.neomt.provisioning.plan.StepResult;
import io.neomt.provisioning.run.Reports.Active;
import io.neomt.provisioning.run.Reports.Failure;
import io.neomt.provisioning.run.Reports.Placed;
import io.neomt.provisioning.run.Reports.Report;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reports as the command service reads them; what is missing is left out. */
final class ReportJson {

    private ReportJson() {}

    static Map<String, Object> of(Report report) {
        Map<String, Object> body = new LinkedHashMap<>();
        report.placement().ifPresent(placed -> body.put("placement", placement(placed)));
        if (!report.steps().isEmpty()) {
            body.put("steps", report.steps().stream().map(ReportJson::step).toList());
        }
        report.failed().ifPresent(failure -> body.put("failed", failure(failure)));
        report.active().ifPresent(active -> body.put("active", active(active)));
        return body;
    }

    private static Map<String, Object> placement(Placed placed) {
        return Map.of(
                "connection_name", placed.connectionName(),
                "database_role", placed.role().value(),
                "reasons", placed.reasons());
    }

    private static Map<String, Object> step(StepResult result) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("step", result.step().wireName());
        step.put("attempt", result.attempt());
        step.put("outcome", result.outcome().wireName());
        step.put("millis", result.millis());
        if (result.detail() != null) {
            step.put("detail", result.detail());
        }
        return step;
    }

    private static Map<String, Object> failure(Failure failure) {
        return Map.of("step", failure.step().wireName(), "reason", failure.reason());
    }

    private static Map<String, Object> active(Active active) {
        Map<String, Object> ready = new LinkedHashMap<>();
        ready.put("connection_name", active.connectionName());
        ready.put("template_version", active.version().value());
        active.adminId().ifPresent(id -> ready.put("first_admin_external_id", id));
        return ready;
    }
}
