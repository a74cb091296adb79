package io.neomt.command.migration;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.Needs;
import io.neomt.command.kernel.Subject;
import io.neomt.event.MigrationEvent;
import io.neomt.event.MigrationRunId;
import io.neomt.permission.PermissionCode;
import java.util.List;
import java.util.Set;

/**
 * What happened in a run, as its orchestrator says.
 *
 * @param events in their order, all of them of the run
 */
public record ReportMigration(MigrationRunId runId, List<MigrationEvent> events) implements Command {

    private static final int MOST = 1_000;

    public ReportMigration {
        Field.atMost(MOST, "steps", events);
        events = List.copyOf(events);
    }

    @Override
    public Subject subject() {
        return Subject.of(runId);
    }

    @Override
    public Set<PermissionCode> requiredPermissions() {
        return Needs.PROVISIONING;
    }

    /** The platform's own schema may be what is migrated. */
    @Override
    public boolean needsActiveTenant() {
        return false;
    }

    @Override
    public boolean ofPlatformOnly() {
        return true;
    }
}
