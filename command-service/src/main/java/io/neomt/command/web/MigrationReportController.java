package io.neomt.command.web;

import io.neomt.command.migration.ReportMigration;
import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.event.MigrationEvent;
import io.neomt.event.MigrationEvent.MigrationRunChanged;
import io.neomt.event.MigrationEvent.MigrationWaveChanged;
import io.neomt.event.MigrationEvent.RunChange;
import io.neomt.event.MigrationEvent.SchemaMigrated;
import io.neomt.event.MigrationEvent.SchemaMigrationFailed;
import io.neomt.event.MigrationEvent.WaveChange;
import io.neomt.event.MigrationRunId;
import io.neomt.event.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the orchestrator of migrations says of its runs. */
@RestController
public final class MigrationReportController {

    private final Writes writes;

    public MigrationReportController(Writes writes) {
        this.writes = writes;
    }

    /** All of this happens, in this order, or nothing of it. */
    record Report(List<Step> steps) {}

    /** One step, which is exactly one of these. */
    record Step(
            @Nullable Run run,
            @Nullable Wave wave,
            @Nullable Migrated migrated,
            @Nullable Failed failed) {

        MigrationEvent event(MigrationRunId id) {
            if (run != null) {
                return new MigrationRunChanged(
                        id, run.change(), run.scope(), run.direction(), run.schemas(), run.reason());
            }
            if (wave != null) {
                return new MigrationWaveChanged(id, wave.number(), wave.change(), wave.size(), wave.failed());
            }
            if (migrated != null) {
                return migrated.event(id);
            }
            if (failed != null) {
                return failed.event(id);
            }
            throw ApiException.validation("steps", "have one of run, wave, migrated and failed each");
        }
    }

    record Run(
            RunChange change,
            String scope,
            String direction,
            int schemas,
            @Nullable String reason) {}

    record Wave(int number, WaveChange change, int size, int failed) {}

    record Migrated(
            String level,
            String connection,
            String schema,
            @Nullable TenantId tenantId,
            @Nullable String fromVersion,
            String toVersion,
            int attempts,
            long millis) {

        SchemaMigrated event(MigrationRunId id) {
            return new SchemaMigrated(
                    id, level, connection, schema, tenantId, fromVersion, toVersion, attempts, millis);
        }
    }

    record Failed(
            String level,
            String connection,
            String schema,
            @Nullable TenantId tenantId,
            String toVersion,
            int attempts,
            @Nullable String sqlstate,
            String error) {

        SchemaMigrationFailed event(MigrationRunId id) {
            return new SchemaMigrationFailed(
                    id, level, connection, schema, tenantId, toVersion, attempts, sqlstate, error);
        }
    }

    @PostMapping("/api/v1/admin/migrations/runs/{id}/steps")
    ResponseEntity<ApiResponse<Map<String, Object>>> report(
            Caller caller, HttpServletRequest request, @PathVariable MigrationRunId id, @RequestBody Report body) {
        return writes.change(
                new Sender(caller, request),
                TenantId.PLATFORM,
                body,
                () -> new ReportMigration(
                        id, body.steps().stream().map(step -> step.event(id)).toList()));
    }
}
